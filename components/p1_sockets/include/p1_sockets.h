/**
 * @file
 * @brief A TCP port that clients read telegrams from: lwIP's sockets.
 *
 * What the device calls (`p1_sockets_listen` and `p1_sockets_send`) is declared in `platform/sockets.h`, which is made
 * from `ts/platform/sockets.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/sockets.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The most clients at a time, of the sockets that `ts/sockets.ts` gives out. */
#define P1_SOCKETS_CLIENTS 4

/**
 * @brief Tells what happened at the port. Called by the driver's own task.
 *
 * @param event what happened
 */
typedef void (*p1_sockets_happened_t)(platform_sockets_event_t event);

/**
 * @brief Starts the driver's task. The port is closed until the device opens it.
 *
 * @param happened what to call when something happened
 * @return ESP_OK
 */
esp_err_t p1_sockets_init(p1_sockets_happened_t happened);

#ifdef __cplusplus
}
#endif
