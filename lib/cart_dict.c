/* cart_dict.c - records by id, of one thread */
#include "cart_dict.h"

void
cart_dict_init(struct cart_dict *d, size_t stride)
{
	d->stride = stride;
	pool_init(&d->pool);
	dict_init(&d->dict, (struct dict_pools){ &d->pool, &d->pool,
	    &d->pool }, stride);
}

void
cart_dict_release(struct cart_dict *d)
{
	dict_release(&d->dict);
	pool_release(&d->pool);
}

void *
cart_dict_find(struct cart_dict *d, struct text id)
{
	char padded[KEY_INLINE] = { 0 };
	int is_new;

	if (id.len > 0 && id.len <= KEY_INLINE)
		memcpy(padded, id.s, id.len);
	if (id.len <= KEY_INLINE)
		id.s = padded;
	const struct key key = key_of(id);
	const uint64_t hash = key_hash(key);
	struct shard *s = &d->dict.shard[dict_shard(hash)];
	char *record = shard_record(s, shard_find(s, key, hash, id, &is_new));
	if (is_new)
		memset(record + sizeof key, 0, d->stride - sizeof key);
	return record;
}
