/**
 * @file
 * @brief The HTTP server: Espressif's `esp_http_server`, with a worker for each request that is under way.
 *
 * What the device calls (`p1_http_answer` and the rest) is declared in `platform/http.h`, which is made from
 * `ts/platform/http.ts`. Its limits are those of `sockets.h`, which is made from `ts/sockets.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/http.h"
#include "sockets.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The TCP port. */
#define P1_HTTP_PORT 80

/**
 * @brief What the driver tells, by a worker's own task. The bytes stay where they are until the request is over, those
 * of a body until the next part is asked for.
 */
typedef struct {
    /** A request came; `is_guest`: by the device's own access point. */
    void (*request)(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length,
                    bool is_guest);
    /** Something happened to it. After `closed`, once the device has heard of it, `p1_http_end` frees its place. */
    void (*event)(uint32_t id, platform_http_event_t event, ts_bytes bytes);
} p1_http_events_t;

/**
 * @brief Starts the server and its workers. The network's interfaces must exist; that one is up is not needed.
 *
 * @param events what to call
 * @return ESP_OK, or the server's error; the log says which
 */
esp_err_t p1_http_init(const p1_http_events_t *events);

#ifdef __cplusplus
}
#endif
