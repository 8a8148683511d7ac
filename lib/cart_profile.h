#ifndef CART_PROFILE_H
#define CART_PROFILE_H

#include "base.h"
#include "cart_map.h"
#include "record.h"

/* The map of the one profile whose header this is; none, or more than one, is
 * a fault. */
const struct cart_map *cart_profile_detect(const char *file,
    const struct record *header, struct fault *);

#endif
