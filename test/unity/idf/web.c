/* esp_http_client, and a server of one file. */
#include "web.h"

#include <stdio.h>
#include <string.h>

#include "esp_crt_bundle.h"
#include "esp_http_client.h"
#include "freertos/task.h"
#include "stand_in.h"

struct esp_http_client {
    char url[256];
    int timeout;
    size_t from;
    size_t at;
    bool is_open;
};

#define CLIENTS 8

static struct esp_http_client pool[CLIENTS];
static size_t made;
static const char *file = "";
static bool has_ranges;
static int status = 200;
static int redirects;
static const char *redirect_to;
static int tls_error;
static int tls_flags;
static size_t breaks_at = SIZE_MAX;
static unsigned byte_ms;
static int clients;
static int answer;

void idf_web_file(const char *bytes, bool ranges)
{
    file = bytes;
    has_ranges = ranges;
}

void idf_web_status(int code)
{
    status = code;
}

void idf_web_redirect(int times, const char *url)
{
    redirects = times;
    redirect_to = url;
}

void idf_web_tls(int error, int flags)
{
    tls_error = error;
    tls_flags = flags;
}

void idf_web_break(size_t after)
{
    breaks_at = after;
}

void idf_web_slow(unsigned milliseconds)
{
    byte_ms = milliseconds;
}

int idf_web_clients(void)
{
    return clients;
}

static void need_open(esp_http_client_handle_t client)
{
    if (client == NULL || !client->is_open) {
        idf_misuse("the HTTP client is not connected");
    }
}

esp_http_client_handle_t esp_http_client_init(const esp_http_client_config_t *config)
{
    IDF_MAY_FAIL_WITH(NULL);
    if (config->timeout_ms == 0 || !config->disable_auto_redirect || config->crt_bundle_attach == NULL) {
        idf_misuse("an HTTP client without a limit, that follows by itself, or that trusts everybody");
    }
    esp_http_client_handle_t client = &pool[made++ % CLIENTS];
    *client = (struct esp_http_client){0};
    (void)snprintf(client->url, sizeof client->url, "%s", config->url);
    client->timeout = config->timeout_ms;
    clients++;
    return client;
}

esp_err_t esp_http_client_set_header(esp_http_client_handle_t client, const char *key, const char *value)
{
    IDF_MAY_FAIL();
    unsigned from = 0;
    if (strcmp(key, "Range") != 0 || sscanf(value, "bytes=%u-", &from) != 1) {
        idf_misuse("the header %s: %s", key, value);
    }
    client->from = from;
    return ESP_OK;
}

esp_err_t esp_http_client_open(esp_http_client_handle_t client, int write_len)
{
    IDF_MAY_FAIL();
    idf_note("open %s %d", client->url, write_len);
    if (tls_error != 0) {
        return ESP_ERR_HTTP_CONNECT;
    }
    client->is_open = true;
    return ESP_OK;
}

int64_t esp_http_client_fetch_headers(esp_http_client_handle_t client)
{
    IDF_MAY_FAIL_WITH(-1);
    need_open(client);
    if (redirects > 0) {
        answer = 302;
        return 0;
    }
    const bool is_part = status == 200 && has_ranges && client->from > 0;
    answer = is_part ? 206 : status;
    client->at = is_part ? client->from : 0;
    return (int64_t)(strlen(file) - client->at);
}

int esp_http_client_get_status_code(esp_http_client_handle_t client)
{
    need_open(client);
    return answer;
}

esp_err_t esp_http_client_set_redirection(esp_http_client_handle_t client)
{
    IDF_MAY_FAIL();
    redirects--;
    (void)snprintf(client->url, sizeof client->url, "%s", redirect_to);
    return ESP_OK;
}

esp_err_t esp_http_client_get_url(esp_http_client_handle_t client, char *url, const int len)
{
    IDF_MAY_FAIL();
    (void)snprintf(url, (size_t)len, "%s", client->url);
    return ESP_OK;
}

int esp_http_client_read(esp_http_client_handle_t client, char *buffer, int len)
{
    IDF_MAY_FAIL_WITH(-1);
    need_open(client);
    const size_t end = strlen(file);
    int count = 0;
    while (count < len && client->at < end && client->at < breaks_at) {
        if (byte_ms >= (unsigned)client->timeout) {
            vTaskDelay((TickType_t)client->timeout);
            return -ESP_ERR_HTTP_EAGAIN;
        }
        vTaskDelay(byte_ms);
        buffer[count++] = file[client->at++];
    }
    return count == 0 && client->at < end ? -1 : count;
}

bool esp_http_client_is_complete_data_received(esp_http_client_handle_t client)
{
    need_open(client);
    return client->at == strlen(file);
}

esp_err_t esp_http_client_get_and_clear_last_tls_error(esp_http_client_handle_t client, int *esp_tls_error_code,
                                                       int *esp_tls_flags)
{
    (void)client;
    *esp_tls_error_code = tls_error;
    *esp_tls_flags = tls_flags;
    return tls_error;
}

esp_err_t esp_http_client_close(esp_http_client_handle_t client)
{
    IDF_MAY_FAIL();
    client->is_open = false;
    return ESP_OK;
}

esp_err_t esp_http_client_cleanup(esp_http_client_handle_t client)
{
    IDF_MAY_FAIL();
    (void)client;
    clients--;
    return ESP_OK;
}
