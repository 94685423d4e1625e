/* Stand-in for esp-tls/esp_tls_errors.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#define ESP_ERR_ESP_TLS_CANNOT_RESOLVE_HOSTNAME 0x8001
#define ESP_ERR_ESP_TLS_CONNECTION_TIMEOUT      0x8006
#endif
