/**
 * @file
 * @brief The serial console: the port that has ESP-IDF's log takes lines too.
 *
 * It runs ESP-IDF's `esp_console`, so a command of yours that is registered with `esp_console_cmd_register` can be
 * typed beside the device's.
 *
 * What the device calls (`p1_console_listen`, `p1_console_write`, `p1_console_send`) is declared in
 * `platform/console.h`, which is made from `ts/platform/console.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/console.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief The bytes that come of a line at most: one more than the device takes, so that it can tell that there were
 * more. */
#define P1_CONSOLE_LINE_SIZE 321

/**
 * @brief Tells of a line that somebody typed, or of a packet. Called by the driver's own task, which then waits for
 * p1_console_done.
 *
 * @param line its bytes, without its end; they stay where they are until p1_console_done
 */
typedef void (*p1_console_line_t)(ts_bytes line);

/**
 * @brief Opens the port, and starts the task that reads it as soon as the device listens.
 *
 * @param typed what to call with each line
 * @return ESP_OK; ESP_ERR_NOT_SUPPORTED where this build's console takes no input; or the error of ESP-IDF, which the
 * log has
 */
esp_err_t p1_console_init(p1_console_line_t typed);

/** @brief The device has seen the line, and written its answer. */
void p1_console_done(void);

#ifdef __cplusplus
}
#endif
