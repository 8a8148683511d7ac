/* What blocks hold, decided by a harness (reader.c) */
#include <stddef.h>
extern size_t world_block;
#define BLOCK_BYTES world_block
