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
#define AVX512 __attribute__((target("avx512f,avx512bw,bmi,bmi2,popcnt")))

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

AVX512 static inline uint32_t *
offsets_avx512(uint32_t *at, uint64_t m, uint32_t base)
{
	__m512i place = _mm512_add_epi32(_mm512_set1_epi32((int)base),
	    _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2,
		1, 0));

	for (int i = 0; i < 4; i++, m >>= 16) {
		_mm512_storeu_si512(at, _mm512_maskz_compress_epi32(
		    (__mmask16)m, place));
		at += __builtin_popcount((unsigned)m & 0xffff);
		place = _mm512_add_epi32(place, _mm512_set1_epi32(16));
	}
	return at;
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

	if (__builtin_cpu_supports("avx512bw"))
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
