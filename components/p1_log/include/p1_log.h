/**
 * @file
 * @brief The log: what the device says goes to ESP-IDF's log, and all of that into a ring that can be read out.
 *
 * What the device calls (`p1_log_write`) is declared in `platform/log.h`, which is made from `ts/platform/log.ts`.
 */
#pragma once

#include <stddef.h>

#include "platform/log.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of the log that are kept: about the last 60 lines. */
#define P1_LOG_SIZE 4096

/**
 * @brief Begins to keep what is logged, beside the console. To be called first, so that the start is in it.
 */
void p1_log_init(void);

/**
 * @brief Reads what is kept, the oldest bytes first. The first line may have lost its beginning.
 *
 * @param[out] text where to put it; not ended by a zero
 * @param size how many bytes have room there: with P1_LOG_SIZE all of them
 * @return how many were put there
 */
size_t p1_log_read(char *text, size_t size);

#ifdef __cplusplus
}
#endif
