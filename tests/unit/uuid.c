/* uuid - what packs, what does not, and back */
#include <string.h>

#include "ids.h"
#include "tap.h"
#include "uuid.h"

enum { ROUNDS = 100000 };

/* Any digits, of a version and a first digit behind the third hyphen. */
static void
make(char text[UUID_WIDTH], int version, int variant)
{
	static const char hex[] = "0123456789abcdef";

	for (int i = 0; i < UUID_WIDTH; i++)
		text[i] = hex[random_bits() >> 20 & 15];
	text[8] = text[13] = text[18] = text[23] = '-';
	text[14] = hex[version];
	text[19] = hex[variant];
}

static int
packs(const char text[UUID_WIDTH])
{
	uint64_t a, b;

	return uuid_pack(text, &a, &b);
}

/* Each of all versions and variants packs into what no text is, and back, or
 * does not. */
static void
check_round(void)
{
	int wrong = 0, same = 0;

	for (int round = 0; round < ROUNDS; round++) {
		const int version = round & 15, variant = round >> 4 & 15;
		const int fits = version < 15 && variant >= 8 && variant < 12;
		char text[UUID_WIDTH], again[UUID_WIDTH];
		struct key k;
		make(text, version, variant);
		wrong += packs(text) != fits;
		if (!uuid_pack(text, &k.a, &k.b))
			continue;
		wrong += k.b < KEY_UUID || key_is_long(k);
		uuid_print(again, k.a, k.b);
		same += !memcmp(text, again, UUID_WIDTH);
		wrong += memcmp(text, again, UUID_WIDTH) != 0;
	}
	ok(wrong == 0 && same > ROUNDS / 8, "packed and printed");
}

/* Any other byte at any place, but for another digit */
static void
check_bytes(void)
{
	char text[UUID_WIDTH];
	int wrong = 0;

	make(text, 4, 9);
	for (int at = 0; at < UUID_WIDTH; at++) {
		const char right = text[at];
		for (int byte = 1; byte < 256; byte++) {
			const int digit = (byte >= '0' && byte <= '9')
			    || (byte >= 'a' && byte <= 'f');
			const int hyphen = at == 8 || at == 13 || at == 18
			    || at == 23;
			const int fits = hyphen ? byte == '-' : digit
			    && (at != 14 || byte != 'f') && (at != 19
			    || (byte && strchr("89ab", byte)));
			text[at] = (char)byte;
			wrong += packs(text) != fits;
		}
		text[at] = right;
	}
	ok(wrong == 0, "each byte is looked at");
}

static void
check_keys(void)
{
	static const char inline_id[] = "fifteen bytes..\xe3 and others";
	char one[UUID_WIDTH], other[UUID_WIDTH], room[KEY_ROOM];
	int wrong = 0;

	for (int round = 0; round < ROUNDS; round++) {
		make(one, 4, 11);
		memcpy(other, one, sizeof other);
		other[random_below(8)] = '0';
		other[35] = (char)('0' + random_below(10));
		const struct text t = { one, UUID_WIDTH };
		const struct text u = { other, UUID_WIDTH };
		const struct key k = id_key(t), l = id_key(u);
		const int order = key_order(&k, &l);
		wrong += !text_same(key_text(&k, room), t);
		wrong += (order > 0) - (order < 0)
		    != (text_order(t, u) > 0) - (text_order(t, u) < 0);
		wrong += (k.a == l.a && k.b == l.b) != text_same(t, u);
		wrong += !key_valid(k, t);
	}
	ok(wrong == 0, "keys: the text, its order, another one");
	const struct text bad = { inline_id, KEY_INLINE };
	ok(!key_valid(id_key(bad), bad),
	    "sixteen bytes that end amid a letter are none");
}

int
main(void)
{
	check_round();
	check_bytes();
	check_keys();
	return done();
}
