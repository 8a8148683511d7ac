#ifndef SAMPLE_SHOP_H
#define SAMPLE_SHOP_H

#include <stddef.h>
#include <stdint.h>

/*
 * What the simulated shop sells, and where its customers come from: the
 * figures that sample.c plays with.
 */
enum { MEDIA = 20, MEDIA_BACK = 3, SHOPS = 5,
	CATEGORIES = 8, ITEMS = 6, SIZES = 8, GIFTS = 5, COURSES = 3,
	BENCH_GOODS = 2000, GOODS_SLOTS = 1 << 16 };

/* worth: how much longer than usual its customers stay, in percent; trials,
 * converted: of its customers those who begin with a trial, and of these
 * those who go on to a subscription, in percent. The last MEDIA_BACK also bring
 * customers back whom another brought first. */
struct medium {
	const char *name;
	uint32_t weight;
	int worth;
	uint32_t trials, converted;
};
extern const struct medium sample_media[MEDIA];
extern const char *const sample_shops[SHOPS];
extern const uint32_t sample_shop_weights[SHOPS];

struct goods {
	char id[12];
	size_t id_len;
	const char *category;
	int32_t price, cost;		/* yen a piece */
	int item, size;			/* for names; item -1: a course */
};

/* Products in the order of what they sell, category after category in turn
 * (the place modulo CATEGORIES, GIFTS being one), then COURSES trial products,
 * then as many subscriptions, each the sequel of its trial. A plain catalogue
 * has categories; the bench one is numbers, and has neither trials nor
 * subscriptions. */
struct catalogue {
	struct goods *goods;
	uint32_t n;			/* without courses */
	uint16_t *slots;		/* GOODS_SLOTS, by sales */
};
void catalogue_fill(struct catalogue *, uint64_t key, int plain);

#endif
