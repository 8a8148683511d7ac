#ifndef OPERATION_H
#define OPERATION_H

#include "expr.h"

/* What computes a node whose operands have these types; both are NULL where
 * the node is its operand, or is computed by other means (patterns, lists). */
struct operation { vec_unary *unary; vec_binary *binary; };
struct operation operation_of(enum op, enum type a, enum type b);

#endif
