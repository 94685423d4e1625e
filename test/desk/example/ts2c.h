#ifndef TS2C_H
#define TS2C_H
#include <stdbool.h>
#include <stdint.h>
typedef struct {
    const uint8_t *data;
    uint32_t length;
} ts_bytes;
typedef struct {
    uint8_t *data;
    uint32_t length;
} ts_span_u8;
_Noreturn void ts_panic(const char *where);
#endif
