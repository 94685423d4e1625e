/**
 * @file
 * @brief The serial port to the meter: UART1 with ESP-IDF's driver, its lines and its data request pin.
 *
 * What the device calls (`p1_serial_start` and the rest) is declared in `platform/serial.h`, which is made from
 * `ts/platform/serial.ts`.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "esp_err.h"
#include "platform/serial.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes that the driver keeps for a device that is busy: 350 ms at 115200 baud. */
#define P1_SERIAL_RX_BUFFER 4096

/** Bytes that can wait to be sent: the longest telegram that is repeated or simulated. */
#define P1_SERIAL_TX_BUFFER 4096

/**
 * @brief Tells that bytes can be read. Called by the driver's own task, and not again before they were asked for.
 */
typedef void (*p1_serial_readable_t)(void);

/**
 * @brief Installs the UART's driver, and starts the task that listens to it. The data request pin does not ask yet.
 *
 * @param readable what to call when bytes can be read
 * @return ESP_OK, or the first error of the UART or the pins; the log says which, and nothing is left installed
 */
esp_err_t p1_serial_init(p1_serial_readable_t readable);

/**
 * @brief Takes bytes that have arrived. Never waits.
 *
 * @param[out] bytes where to put them
 * @param size how many have room there
 * @return how many were put there; fewer than `size` when no more have arrived
 */
size_t p1_serial_read(uint8_t *bytes, size_t size);

#ifdef __cplusplus
}
#endif
