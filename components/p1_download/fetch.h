/* One file, asked for by esp_http_client. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "esp_http_client.h"
#include "platform/download.h"

/* As ts/platform/download.ts has it, with the zero at the end. */
#define FETCH_URL_SIZE 256

typedef struct {
    char url[FETCH_URL_SIZE];
    uint32_t from;
    bool plain;
    /* Where in the file the body begins. */
    uint32_t offset;
    esp_http_client_handle_t client;
} fetch_t;

/* Connects, and follows redirects: PLATFORM_DOWNLOAD_EVENT_BEGUN, or why there is no body. */
platform_download_event_t fetch_begin(fetch_t *fetch);

/*
 * Reads up to `size` bytes of the body: _PART with their number in `length`, _END, or _BROKEN. It looks every few
 * seconds whether `stopped` is true.
 */
platform_download_event_t fetch_read(fetch_t *fetch, uint8_t *bytes, uint32_t size, uint32_t *length,
                                     bool (*stopped)(void));

/* Ends the connection. */
void fetch_end(fetch_t *fetch);
