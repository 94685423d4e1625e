#include "fetch.h"

#include <stdio.h>
#include <string.h>

#include "esp_check.h"
#include "esp_crt_bundle.h"
#include "esp_log.h"
#include "esp_tls_errors.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"

#define REDIRECTS 5

/* How long esp_http_client waits for a byte, and a part may take. */
#define WAIT_MS 10000
#define PART_MS 30000

/* What is read at once, so that a server that sends byte by byte is noticed. */
#define READ_SIZE 128

/* The addresses that storage services lead to are long, and stand in the request's first line. */
#define REQUEST_SIZE 2048

static const char *TAG = "p1_download";

/* A line in the log for what is not told to the device. */
static bool ok(esp_err_t error, const char *what)
{
    if (error != ESP_OK) {
        ESP_LOGW(TAG, "%s: %s.", what, esp_err_to_name(error));
    }
    return error == ESP_OK;
}

static bool is_secure(const char *url)
{
    return strncmp(url, "https://", 8) == 0;
}

static esp_err_t set_range(const fetch_t *fetch)
{
    char range[32];
    if (fetch->from == 0) {
        return ESP_OK;
    }
    (void)snprintf(range, sizeof range, "bytes=%u-", (unsigned)fetch->from);
    return esp_http_client_set_header(fetch->client, "Range", range);
}

/* Why no connection came about. */
static platform_download_event_t reason_of(fetch_t *fetch, esp_err_t error)
{
    int code = 0;
    int flags = 0;
    const esp_err_t tls = esp_http_client_get_and_clear_last_tls_error(fetch->client, &code, &flags);
    ESP_LOGW(TAG, "The server can't be asked: %s, TLS 0x%x, certificate 0x%x.", esp_err_to_name(error), (unsigned)tls,
             (unsigned)flags);
    return tls == ESP_ERR_MBEDTLS_SSL_HANDSHAKE_FAILED && flags != 0 ? PLATFORM_DOWNLOAD_EVENT_UNTRUSTED
                                                                     : PLATFORM_DOWNLOAD_EVENT_UNREACHABLE;
}

static bool is_redirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* Goes where the answer leads, but never from HTTPS to HTTP. */
static platform_download_event_t redirect(fetch_t *fetch)
{
    /* Room for the beginning alone, which is of interest. */
    char url[16] = "";
    if (!ok(esp_http_client_set_redirection(fetch->client), "The server leads nowhere") ||
        !ok(esp_http_client_close(fetch->client), "The connection's end") ||
        !ok(esp_http_client_get_url(fetch->client, url, sizeof url), "Where the server leads")) {
        return PLATFORM_DOWNLOAD_EVENT_REFUSED;
    }
    return is_secure(url) || !is_secure(fetch->url) ? PLATFORM_DOWNLOAD_EVENT_BEGUN : PLATFORM_DOWNLOAD_EVENT_INSECURE;
}

/* One request, up to the end of the answer's head: its status; 0 where there is none, for the reason in `reason`. */
static int ask(fetch_t *fetch, platform_download_event_t *reason)
{
    const esp_err_t error = esp_http_client_open(fetch->client, 0);
    if (error != ESP_OK) {
        *reason = reason_of(fetch, error);
        return 0;
    }
    if (esp_http_client_fetch_headers(fetch->client) < 0) {
        ESP_LOGW(TAG, "The server does not answer.");
        *reason = PLATFORM_DOWNLOAD_EVENT_UNREACHABLE;
        return 0;
    }
    return esp_http_client_get_status_code(fetch->client);
}

platform_download_event_t fetch_begin(fetch_t *fetch)
{
    if (!is_secure(fetch->url) && !fetch->plain) {
        return PLATFORM_DOWNLOAD_EVENT_INSECURE;
    }
    const esp_http_client_config_t config = {
        .url = fetch->url,
        .timeout_ms = WAIT_MS,
        .disable_auto_redirect = true,
        .buffer_size_tx = REQUEST_SIZE,
        .crt_bundle_attach = esp_crt_bundle_attach,
    };
    fetch->client = esp_http_client_init(&config);
    if (fetch->client == NULL) {
        ESP_LOGW(TAG, "There is no memory for a download, or the address is none.");
        return PLATFORM_DOWNLOAD_EVENT_UNREACHABLE;
    }
    if (!ok(set_range(fetch), "The request can't be made")) {
        return PLATFORM_DOWNLOAD_EVENT_UNREACHABLE;
    }
    for (int redirects = 0;; redirects++) {
        platform_download_event_t event = PLATFORM_DOWNLOAD_EVENT_UNREACHABLE;
        const int status = ask(fetch, &event);
        if (status == 0) {
            return event;
        }
        if (!is_redirect(status)) {
            fetch->offset = status == 206 ? fetch->from : 0;
            return status == 200 || status == 206   ? PLATFORM_DOWNLOAD_EVENT_BEGUN
                   : status == 404 || status == 410 ? PLATFORM_DOWNLOAD_EVENT_MISSING
                                                    : PLATFORM_DOWNLOAD_EVENT_REFUSED;
        }
        event = redirects < REDIRECTS ? redirect(fetch) : PLATFORM_DOWNLOAD_EVENT_REFUSED;
        if (event != PLATFORM_DOWNLOAD_EVENT_BEGUN) {
            return event;
        }
    }
}

platform_download_event_t fetch_read(fetch_t *fetch, uint8_t *bytes, uint32_t size, uint32_t *length,
                                     bool (*stopped)(void))
{
    const TickType_t began = xTaskGetTickCount();
    *length = 0;
    while (*length < size) {
        const uint32_t rest = size - *length;
        const int count =
            esp_http_client_read(fetch->client, (char *)bytes + *length, (int)(rest < READ_SIZE ? rest : READ_SIZE));
        const bool is_late = xTaskGetTickCount() - began >= pdMS_TO_TICKS(PART_MS);
        if (stopped() || (is_late && count <= 0) || (count < 0 && count != -ESP_ERR_HTTP_EAGAIN)) {
            ESP_LOGW(TAG, "The connection broke, or came to a stop.");
            return PLATFORM_DOWNLOAD_EVENT_BROKEN;
        }
        if (count == 0) {
            break;
        }
        *length += count > 0 ? (uint32_t)count : 0;
        if (is_late && *length < size) {
            ESP_LOGW(TAG, "The server sends too slowly.");
            return PLATFORM_DOWNLOAD_EVENT_BROKEN;
        }
    }
    if (*length > 0) {
        return PLATFORM_DOWNLOAD_EVENT_PART;
    }
    return esp_http_client_is_complete_data_received(fetch->client) ? PLATFORM_DOWNLOAD_EVENT_END
                                                                    : PLATFORM_DOWNLOAD_EVENT_BROKEN;
}

void fetch_end(fetch_t *fetch)
{
    if (fetch->client != NULL) {
        (void)ok(esp_http_client_cleanup(fetch->client), "The download's end");
    }
}
