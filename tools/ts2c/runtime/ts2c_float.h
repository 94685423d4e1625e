/**
 * What programs with fractions stand on beside ts2c.h. Compile them with -std=c11, or with -ffp-contract=off: a product and
 * a sum that are rounded only once would differ from JavaScript's.
 */
#pragma once

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "ts2c.h"

TS_DEFINE_MAYBE(double, double)
TS_DEFINE_TABLE(double, double)

/** JavaScript's conversion to 32 bits: cut, and then modulo 2^32; 0 for what is no finite number. */
static inline uint32_t ts_to_uint32(double value)
{
    if (!isfinite(value)) {
        return 0;
    }
    const double low = fmod(trunc(value), 4294967296.0);
    return low < 0 ? (uint32_t)(low + 4294967296.0) : (uint32_t)low;
}

static inline double ts_min_f64(double a, double b)
{
    if (isnan(a) || isnan(b)) {
        return (double)NAN;
    }
    if (a == b) {
        return signbit(a) ? a : b;
    }
    return a < b ? a : b;
}

static inline double ts_max_f64(double a, double b)
{
    if (isnan(a) || isnan(b)) {
        return (double)NAN;
    }
    if (a == b) {
        return signbit(a) ? b : a;
    }
    return a > b ? a : b;
}
