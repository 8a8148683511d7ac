/* sanitize.c - what the sanitizers are told, whatever the environment */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

const char *__asan_default_options(void);
const char *__tsan_default_options(void);

/* What lives until exit is not freed: that is no leak. */
const char *
__asan_default_options(void)
{
	return "detect_leaks=0";
}

/* A fault ends the program while its threads are at work. */
const char *
__tsan_default_options(void)
{
	return "report_thread_leaks=0";
}
#else
typedef int no_sanitizer;
#endif
