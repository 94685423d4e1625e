/**
 * What programs with fractions stand on beside ts2c.h. Compile them with -std=c11, or with -ffp-contract=off: a product
 * and a sum that are rounded only once would differ from JavaScript's.
 */
#pragma once

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "ts2c.h"

TS_DEFINE_MAYBE(double, double)
TS_DEFINE_TABLE(double, double)

/** The exponent of a number: 0 for 1 up to 2, 1024 for what is not finite. */
static inline int ts_exponent(uint64_t bits)
{
    return (int)(bits >> 52 & 0x7ff) - 1023;
}

/** JavaScript's conversion to 32 bits: cut, and then modulo 2^32; 0 for what is no finite number. */
static inline uint32_t ts_to_uint32(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof(bits));
    const int exponent = ts_exponent(bits);
    if (exponent < 0 || exponent >= 84) {
        return 0;
    }
    const uint64_t digits = (bits & UINT64_C(0xfffffffffffff)) | UINT64_C(0x10000000000000);
    const uint32_t low = (uint32_t)(exponent >= 52 ? digits << (exponent - 52) : digits >> (52 - exponent));
    return bits >> 63 != 0 ? 0u - low : low;
}

/* Roundings of our own: not every C library has them right for large numbers. */

static inline double ts_trunc(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof(bits));
    const int exponent = ts_exponent(bits);
    if (exponent >= 52) {
        return value;
    }
    const uint64_t fraction = exponent < 0 ? INT64_MAX : UINT64_C(0xfffffffffffff) >> exponent;
    bits &= ~fraction;
    memcpy(&value, &bits, sizeof(bits));
    return value;
}

static inline double ts_floor(double value)
{
    const double cut = ts_trunc(value);
    return cut > value ? cut - 1 : cut;
}

static inline double ts_ceil(double value)
{
    const double cut = ts_trunc(value);
    return cut < value ? cut + 1 : cut;
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
