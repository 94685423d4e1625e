/**
 * @file
 * @brief The log: what the device says goes to ESP-IDF's log, and all of that into a ring that can be read out.
 *
 * What the device calls (`p1_log_write`, `p1_log_oldest`, `p1_log_read`) is declared in `platform/log.h`, which is made
 * from `ts/platform/log.ts`.
 */
#pragma once

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

#ifdef __cplusplus
}
#endif
