/* Stand-in for esp_http_client/include/esp_http_client.h. */
#pragma once

#include "esp_err.h"

#ifndef P1_REAL_ESP_IDF
#include <stdbool.h>
#include <stdint.h>

typedef struct esp_http_client *esp_http_client_handle_t;

typedef struct {
    const char *url;
    int timeout_ms;
    bool disable_auto_redirect;
    int buffer_size_tx;
    esp_err_t (*crt_bundle_attach)(void *conf);
} esp_http_client_config_t;

#define ESP_ERR_HTTP_BASE    0x7000
#define ESP_ERR_HTTP_CONNECT (ESP_ERR_HTTP_BASE + 2)
#define ESP_ERR_HTTP_EAGAIN  (ESP_ERR_HTTP_BASE + 7)
#endif

esp_http_client_handle_t esp_http_client_init(const esp_http_client_config_t *config);
esp_err_t esp_http_client_set_header(esp_http_client_handle_t client, const char *key, const char *value);
esp_err_t esp_http_client_open(esp_http_client_handle_t client, int write_len);
int64_t esp_http_client_fetch_headers(esp_http_client_handle_t client);
int esp_http_client_get_status_code(esp_http_client_handle_t client);
esp_err_t esp_http_client_set_redirection(esp_http_client_handle_t client);
esp_err_t esp_http_client_get_url(esp_http_client_handle_t client, char *url, const int len);
int esp_http_client_read(esp_http_client_handle_t client, char *buffer, int len);
bool esp_http_client_is_complete_data_received(esp_http_client_handle_t client);
esp_err_t esp_http_client_get_and_clear_last_tls_error(esp_http_client_handle_t client, int *esp_tls_error_code,
                                                       int *esp_tls_flags);
esp_err_t esp_http_client_close(esp_http_client_handle_t client);
esp_err_t esp_http_client_cleanup(esp_http_client_handle_t client);
