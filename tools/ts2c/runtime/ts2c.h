/**
 * What the C made by ts2c stands on: views of memory with JavaScript's rules for their ends, and the way to stop.
 * Everything else is plain C11. Nothing here allocates.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

_Static_assert((-1 >> 1) == -1, "a negative number shifted right must stay negative");
_Static_assert((int32_t)UINT32_C(0xffffffff) == -1, "a conversion to a signed type must wrap");

/**
 * The functions that the C files of the program share. Who gives the compiler all of them as one file makes them
 * `static`, so that it sees every call.
 */
#ifndef TS_SHARED
#define TS_SHARED
#endif

/** A read-only view of bytes. */
typedef struct {
    const uint8_t *data;
    uint32_t length;
} ts_bytes;

/** A text that stands in the program, as UTF-8. */
#define TS_TEXT(literal) ((ts_bytes){.data = (const uint8_t *)(literal), .length = (uint32_t)(sizeof(literal) - 1)})

/** Stops: an `assert` of the TypeScript at `where` (`ts/p1/ring.ts:12`) did not hold. The platform has it. */
_Noreturn void ts_panic(const char *where);

#define TS_ASSERT(condition, where)                                                                                    \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            ts_panic(where);                                                                                           \
        }                                                                                                              \
    } while (0)

/** An enum that takes one byte where it has at most 256 members, and not an `int`. */
#define TS_NARROW __attribute__((packed))

/** Where the transpiler has proven that nothing arrives. */
#define TS_UNREACHABLE() __builtin_unreachable()

/** JavaScript's start or end of a range: negative ones count from the end, and none lies outside. */
static inline uint32_t ts_position(int64_t index, uint32_t length)
{
    if (index < 0) {
        index += length;
        return index < 0 ? 0 : (uint32_t)index;
    }
    return index > length ? length : (uint32_t)index;
}

#define TS_DEFINE_SPAN(name, type)                                                                                     \
    typedef struct {                                                                                                   \
        type *data;                                                                                                    \
        uint32_t length;                                                                                               \
    } ts_span_##name;                                                                                                  \
                                                                                                                       \
    static inline ts_span_##name ts_span_##name##_subarray(ts_span_##name view, int64_t from, int64_t to)              \
    {                                                                                                                  \
        const uint32_t start = ts_position(from, view.length);                                                         \
        const uint32_t end = ts_position(to, view.length);                                                             \
        return (ts_span_##name){.data = view.data + start, .length = end > start ? end - start : 0};                   \
    }                                                                                                                  \
                                                                                                                       \
    /** The same where both ends are proven to lie inside, in order. */                                                \
    static inline ts_span_##name ts_span_##name##_slice(ts_span_##name view, uint32_t from, uint32_t to)               \
    {                                                                                                                  \
        return (ts_span_##name){.data = view.data + from, .length = to - from};                                        \
    }                                                                                                                  \
                                                                                                                       \
    static inline void ts_span_##name##_fill(ts_span_##name view, type value, int64_t from, int64_t to)                \
    {                                                                                                                  \
        const uint32_t end = ts_position(to, view.length);                                                             \
        for (uint32_t i = ts_position(from, view.length); i < end; i++) {                                              \
            view.data[i] = value;                                                                                      \
        }                                                                                                              \
    }                                                                                                                  \
                                                                                                                       \
    static inline void ts_span_##name##_copy_within(ts_span_##name view, int64_t to, int64_t from, int64_t until)      \
    {                                                                                                                  \
        const uint32_t target = ts_position(to, view.length);                                                          \
        const uint32_t start = ts_position(from, view.length);                                                         \
        const uint32_t end = ts_position(until, view.length);                                                          \
        const uint32_t room = view.length - target;                                                                    \
        const uint32_t count = end > start ? end - start : 0;                                                          \
        if (count > 0 && room > 0) {                                                                                   \
            memmove(view.data + target, view.data + start, sizeof(type) * (count < room ? count : room));              \
        }                                                                                                              \
    }                                                                                                                  \
                                                                                                                       \
    /** The caller has proven that the source fits. */                                                                 \
    static inline void ts_span_##name##_set(ts_span_##name view, const type *source, uint32_t length, uint32_t at)     \
    {                                                                                                                  \
        if (length > 0) {                                                                                              \
            memmove(view.data + at, source, sizeof(type) * length);                                                    \
        }                                                                                                              \
    }                                                                                                                  \
                                                                                                                       \
    static inline int64_t ts_span_##name##_index_of(ts_span_##name view, int64_t value, int64_t from)                  \
    {                                                                                                                  \
        for (uint32_t i = ts_position(from, view.length); i < view.length; i++) {                                      \
            if (view.data[i] == value) {                                                                               \
                return i;                                                                                              \
            }                                                                                                          \
        }                                                                                                              \
        return -1;                                                                                                     \
    }

/* gcc 12 takes a memmove of which it half knows the places for a memcpy, and warns of an overlap. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wrestrict"
#endif

TS_DEFINE_SPAN(u8, uint8_t)
TS_DEFINE_SPAN(i8, int8_t)
TS_DEFINE_SPAN(u16, uint16_t)
TS_DEFINE_SPAN(i16, int16_t)
TS_DEFINE_SPAN(u32, uint32_t)
TS_DEFINE_SPAN(i32, int32_t)

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/** Views of constant tables, and of tables of such views. */
#define TS_DEFINE_TABLE(name, type)                                                                                    \
    typedef struct {                                                                                                   \
        const type *data;                                                                                              \
        uint32_t length;                                                                                               \
    } ts_table_##name;                                                                                                 \
    typedef struct {                                                                                                   \
        const ts_table_##name *data;                                                                                   \
        uint32_t length;                                                                                               \
    } ts_table_table_##name;

/** `T | null`: a value, or nothing. */
#define TS_DEFINE_MAYBE(name, type)                                                                                    \
    typedef struct {                                                                                                   \
        bool present;                                                                                                  \
        type value;                                                                                                    \
    } ts_maybe_##name;                                                                                                 \
    TS_DEFINE_TABLE(maybe_##name, ts_maybe_##name)

TS_DEFINE_MAYBE(bool, bool)
TS_DEFINE_MAYBE(uint8, uint8_t)
TS_DEFINE_MAYBE(int8, int8_t)
TS_DEFINE_MAYBE(uint16, uint16_t)
TS_DEFINE_MAYBE(int16, int16_t)
TS_DEFINE_MAYBE(uint32, uint32_t)
TS_DEFINE_MAYBE(int32, int32_t)
TS_DEFINE_MAYBE(int64, int64_t)
TS_DEFINE_MAYBE(bytes, ts_bytes)
TS_DEFINE_MAYBE(span_u8, ts_span_u8)
TS_DEFINE_MAYBE(span_i8, ts_span_i8)
TS_DEFINE_MAYBE(span_u16, ts_span_u16)
TS_DEFINE_MAYBE(span_i16, ts_span_i16)
TS_DEFINE_MAYBE(span_u32, ts_span_u32)
TS_DEFINE_MAYBE(span_i32, ts_span_i32)

TS_DEFINE_TABLE(bool, bool)
TS_DEFINE_TABLE(uint8, uint8_t)
TS_DEFINE_TABLE(int8, int8_t)
TS_DEFINE_TABLE(uint16, uint16_t)
TS_DEFINE_TABLE(int16, int16_t)
TS_DEFINE_TABLE(uint32, uint32_t)
TS_DEFINE_TABLE(int32, int32_t)
TS_DEFINE_TABLE(int64, int64_t)
TS_DEFINE_TABLE(text, ts_bytes)

static inline ts_bytes ts_as_bytes(ts_span_u8 view)
{
    return (ts_bytes){.data = view.data, .length = view.length};
}

static inline ts_bytes ts_bytes_subarray(ts_bytes view, int64_t from, int64_t to)
{
    const uint32_t start = ts_position(from, view.length);
    const uint32_t end = ts_position(to, view.length);
    return (ts_bytes){.data = view.data + start, .length = end > start ? end - start : 0};
}

/** The same where both ends are proven to lie inside, in order. */
static inline ts_bytes ts_bytes_slice(ts_bytes view, uint32_t from, uint32_t to)
{
    return (ts_bytes){.data = view.data + from, .length = to - from};
}

static inline int64_t ts_bytes_index_of(ts_bytes view, int64_t value, int64_t from)
{
    const uint32_t start = ts_position(from, view.length);
    if (value < 0 || value > UINT8_MAX || start >= view.length) {
        return -1;
    }
    const uint8_t *found = (const uint8_t *)memchr(view.data + start, (int)value, view.length - start);
    return found == NULL ? -1 : found - view.data;
}

static inline bool ts_text_equal(ts_bytes a, ts_bytes b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

/** The low 32 bits of a product, as `Math.imul` gives them. */
static inline int32_t ts_imul(uint32_t a, uint32_t b)
{
    return (int32_t)(a * b);
}

static inline uint32_t ts_clz32(uint32_t value)
{
    return value == 0 ? 32
                      : (uint32_t)__builtin_clzl(value) - (uint32_t)(8 * (sizeof(unsigned long) - sizeof(uint32_t)));
}

#define TS_DEFINE_EXTREMES(name, type)                                                                                 \
    static inline type ts_min_##name(type a, type b)                                                                   \
    {                                                                                                                  \
        return a < b ? a : b;                                                                                          \
    }                                                                                                                  \
                                                                                                                       \
    static inline type ts_max_##name(type a, type b)                                                                   \
    {                                                                                                                  \
        return a > b ? a : b;                                                                                          \
    }

TS_DEFINE_EXTREMES(i32, int32_t)
TS_DEFINE_EXTREMES(u32, uint32_t)
TS_DEFINE_EXTREMES(i64, int64_t)

/** `Math.floor(a / b)` and `Math.ceil(a / b)`: C's own division cuts towards 0. */
#define TS_DEFINE_DIVISIONS(name, type)                                                                                \
    static inline type ts_floor_div_##name(type a, type b)                                                             \
    {                                                                                                                  \
        return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);                                                     \
    }                                                                                                                  \
                                                                                                                       \
    static inline type ts_ceil_div_##name(type a, type b)                                                              \
    {                                                                                                                  \
        return a / b + (a % b != 0 && (a < 0) == (b < 0) ? 1 : 0);                                                     \
    }

TS_DEFINE_DIVISIONS(i32, int32_t)
TS_DEFINE_DIVISIONS(i64, int64_t)

/** `Math.round(a / b)`: halves go up. */
static inline int64_t ts_round_div_i64(int64_t a, int64_t b)
{
    return ts_floor_div_i64(2 * a + b, 2 * b);
}

static inline int64_t ts_abs(int64_t value)
{
    return value < 0 ? -value : value;
}

static inline int64_t ts_clamp(int64_t value, int64_t min, int64_t max)
{
    return value < min ? min : value > max ? max : value;
}

#ifdef __cplusplus
}
#endif
