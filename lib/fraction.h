#ifndef FRACTION_H
#define FRACTION_H

#include "decimal.h"

/*
 * A quotient of sums, in millionths, exact until it is printed. It is none
 * where whole is 0.
 */
struct fraction { wide part, whole; };

/* a - b in millionths, rounded half away from zero to that many decimals; or
 * TOTAL_NONE. Both wholes are from 0 to below 2^62. */
wide fraction_less(struct fraction a, struct fraction b, int decimals);
/* Is it least or more? Both wholes from 1 to below 2^62. */
int fraction_reaches(struct fraction, struct fraction least);

#endif
