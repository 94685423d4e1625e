/* What is refused before the device hears of it, by the driver or by ESP-IDF's server. */
#pragma once

#include <stdint.h>

#include "esp_http_server.h"

/* Sends the refusal that ts/sockets.ts has for this status. */
esp_err_t p1_http_refuse(httpd_req_t *request, uint16_t status);

/* The server refuses with sentences of ours what it can't read, and closes the connection. */
esp_err_t p1_http_refusals_register(httpd_handle_t server);
