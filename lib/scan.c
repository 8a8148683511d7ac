/* scan.c - separators of a block: portable, AVX2 and AVX-512 ways */
#include <string.h>

#include "scan.h"

/* Of 64 bytes, one bit a byte, lowest first */
struct masks { uint64_t separator, line, odd; };

/* The offsets of m's bits, four at a time: what is written too much is
 * overwritten by the next ones. */
static inline uint32_t *
offsets(uint32_t *at, uint64_t m, uint32_t base)
{
	const uint64_t top = UINT64_C(1) << 63;
	uint32_t *const end = at + __builtin_popcountll(m);

	while (m) {
		for (int i = 0; i < 4; i++) {
			at[i] = base + (uint32_t)__builtin_ctzll(m | top);
			m &= m - 1;
		}
		at += 4;
	}
	return end;
}

/* A macro, as no function is inlined into one for another processor. */
#define SCAN_BODY(masks_of, offsets_of) \
	struct scan r = { .odd = len }; \
	uint32_t *to = at; \
	for (size_t i = 0; i < len; i += 64) { \
		struct masks m = masks_of(s + i); \
		if (len - i < 64) { \
			const uint64_t valid = (UINT64_C(1) << (len - i)) - 1; \
			m.separator &= valid; \
			m.line &= valid; \
			m.odd &= valid; \
		} \
		if (m.odd && r.odd == len) \
			r.odd = i + (size_t)__builtin_ctzll(m.odd); \
		r.lines += (size_t)__builtin_popcountll(m.line); \
		to = offsets_of(to, m.separator, (uint32_t)i); \
	} \
	r.separators = (size_t)(to - at); \
	return r;

static struct masks
masks_portable(const char *s)
{
	struct masks m = { 0 };

	for (int i = 0; i < 64; i++) {
		const unsigned char c = (unsigned char)s[i];
		if (c > '\r')
			continue;
		const uint64_t bit = UINT64_C(1) << i;
		if (c == '\t' || c == '\n')
			m.separator |= bit;
		if (c == '\n')
			m.line |= bit;
		if (c == '\r' || c == '\0')
			m.odd |= bit;
	}
	return m;
}

static struct scan
scan_portable(const char *s, size_t len, uint32_t *at)
{
	SCAN_BODY(masks_portable, offsets)
}

#ifdef __x86_64__
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define AVX512 __attribute__((target( \
    "avx512f,avx512bw,avx512vbmi2,bmi,bmi2,popcnt")))

AVX2 static inline uint64_t
equal_avx2(__m256i low, __m256i high, char c)
{
	const __m256i v = _mm256_set1_epi8(c);

	return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, v))
	    | (uint64_t)(uint32_t)_mm256_movemask_epi8(
		_mm256_cmpeq_epi8(high, v)) << 32;
}

AVX2 static inline struct masks
masks_avx2(const char *s)
{
	const __m256i low = _mm256_loadu_si256((const void *)s);
	const __m256i high = _mm256_loadu_si256((const void *)(s + 32));
	const uint64_t line = equal_avx2(low, high, '\n');

	return (struct masks){
		.separator = line | equal_avx2(low, high, '\t'),
		.line = line,
		.odd = equal_avx2(low, high, '\r')
		    | equal_avx2(low, high, '\0'),
	};
}

AVX2 static struct scan
scan_avx2(const char *s, size_t len, uint32_t *at)
{
	SCAN_BODY(masks_avx2, offsets)
}

AVX512 static inline struct masks
masks_avx512(const char *s)
{
	const __m512i v = _mm512_loadu_si512(s);
	const uint64_t line = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n'));

	return (struct masks){
		.separator = line
		    | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\t')),
		.line = line,
		.odd = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\r'))
		    | _mm512_cmpeq_epi8_mask(v, _mm512_setzero_si512()),
	};
}

/* The bytes' numbers first, which are seldom more than sixteen. */
AVX512 static inline uint32_t *
offsets_avx512(uint32_t *at, uint64_t m, uint32_t base)
{
	static const unsigned char numbers[64] = { 0, 1, 2, 3, 4, 5, 6, 7, 8,
		9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
		25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39,
		40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54,
		55, 56, 57, 58, 59, 60, 61, 62, 63 };
	uint32_t *const end = at + __builtin_popcountll(m);
	__m512i left = _mm512_maskz_compress_epi8(m,
	    _mm512_loadu_si512(numbers));

	do {
		_mm512_storeu_si512(at, _mm512_add_epi32(
		    _mm512_set1_epi32((int)base),
		    _mm512_cvtepu8_epi32(_mm512_castsi512_si128(left))));
		left = _mm512_alignr_epi64(_mm512_setzero_si512(), left, 2);
		at += 16;
	} while (at < end);
	return end;
}

AVX512 static struct scan
scan_avx512(const char *s, size_t len, uint32_t *at)
{
	SCAN_BODY(masks_avx512, offsets_avx512)
}
#endif

scan_way *const *
scan_ways(void)
{
#ifdef __x86_64__
	static scan_way *const ways[] =
		{ scan_avx512, scan_avx2, scan_portable, NULL };

	if (__builtin_cpu_supports("avx512vbmi2"))
		return ways;
	return __builtin_cpu_supports("avx2") ? ways + 1 : ways + 2;
#else
	static scan_way *const ways[] = { scan_portable, NULL };

	return ways;
#endif
}

struct scan
scan(const char *s, size_t len, uint32_t *at)
{
	return scan_ways()[0](s, len, at);
}
