#include "p1_http.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "esp_check.h"
#include "esp_heap_caps.h"
#include "esp_http_server.h"
#include "esp_log.h"
#include "refusal.h"
#include "sdkconfig.h"
#include "worker.h"

/* lwIP has to have the sockets that ts/sockets.ts gives out, and the server room for the longest target and head. */
_Static_assert(CONFIG_LWIP_MAX_SOCKETS >= SOCKETS_ALL_SOCKETS, "CONFIG_LWIP_MAX_SOCKETS is too small");
/* While the server reads a target, its room is also that of the method before it. */
_Static_assert(CONFIG_HTTPD_MAX_URI_LEN >= SOCKETS_HTTP_PATH + 16, "CONFIG_HTTPD_MAX_URI_LEN is too small");
_Static_assert(CONFIG_HTTPD_MAX_REQ_HDR_LEN == SOCKETS_HTTP_HEAD, "CONFIG_HTTPD_MAX_REQ_HDR_LEN is another one");
/* The server closes a connection for one more client, but none that a worker has: without another it would turn in
 * circles. */
_Static_assert(SOCKETS_HTTP_REQUESTS < SOCKETS_HTTP_SOCKETS, "Every connection may belong to a worker");
_Static_assert(SOCKETS_HTTP_STREAMS < SOCKETS_HTTP_REQUESTS, "Streams may have every worker");

#define FIELDS (sizeof SOCKETS_HTTP_FIELDS / sizeof SOCKETS_HTTP_FIELDS[0])
/* The longest name of a field. */
#define FIELD_SIZE 32

static const char *TAG = "p1_http";

static worker_t workers[SOCKETS_HTTP_REQUESTS];
p1_http_events_t p1_http_tell;
httpd_handle_t p1_http_server;
static uint32_t last_id;

/* What stands around the value of a field in its line: colon and line end, and the 0 that ESP-IDF writes. */
#define AROUND 4

static size_t value_length(httpd_req_t *request, ts_bytes name, char field[FIELD_SIZE])
{
    (void)snprintf(field, FIELD_SIZE, "%.*s", (int)name.length, (const char *)name.data);
    return httpd_req_get_hdr_value_len(request, field);
}

/* The memory for a request, with room for the fields that the device wants. NULL where there is none. */
static exchange_t *make_exchange(httpd_req_t *request)
{
    size_t room = 0;
    char field[FIELD_SIZE];
    for (size_t i = 0; i < FIELDS; i++) {
        const size_t value = value_length(request, SOCKETS_HTTP_FIELDS[i], field);
        room += value == 0 ? 0 : SOCKETS_HTTP_FIELDS[i].length + value + AROUND;
    }
    exchange_t *exchange = heap_caps_malloc(sizeof(exchange_t) + room, MALLOC_CAP_DEFAULT);
    if (exchange == NULL) {
        ESP_LOGE(TAG, "There is no memory for a request.");
        return NULL;
    }
    exchange->fields_length = 0;
    return exchange;
}

/* Copies the fields that the device wants, as lines. */
static void copy_fields(exchange_t *exchange, httpd_req_t *request)
{
    for (size_t i = 0; i < FIELDS; i++) {
        const ts_bytes name = SOCKETS_HTTP_FIELDS[i];
        char *line = exchange->fields + exchange->fields_length;
        char field[FIELD_SIZE];
        const size_t value = value_length(request, name, field);
        if (value == 0) {
            continue;
        }
        memcpy(line, name.data, name.length);
        line[name.length] = ':';
        const esp_err_t error = httpd_req_get_hdr_value_str(request, field, line + name.length + 1, value + 1);
        if (error != ESP_OK) {
            ESP_LOGW(TAG, "The field %s can't be read: %s.", field, esp_err_to_name(error));
            continue;
        }
        memcpy(line + name.length + 1 + value, "\r\n", 2);
        exchange->fields_length += (uint32_t)(name.length + 1 + value + 2);
    }
}

static worker_t *idle_worker(void)
{
    for (size_t i = 0; i < SOCKETS_HTTP_REQUESTS; i++) {
        if (__atomic_load_n(&workers[i].id, __ATOMIC_ACQUIRE) == 0) {
            return &workers[i];
        }
    }
    return NULL;
}

/* Whether the client reads up to the end of the connection: the server itself keeps every one open. */
static bool wants_close(httpd_req_t *request)
{
    static const char FIELD[] = "Connection";
    char value[sizeof "close"];
    if (httpd_req_get_hdr_value_len(request, FIELD) != strlen("close")) {
        return false;
    }
    const esp_err_t error = httpd_req_get_hdr_value_str(request, FIELD, value, sizeof value);
    if (error != ESP_OK) {
        ESP_LOGW(TAG, "The field %s can't be read: %s.", FIELD, esp_err_to_name(error));
        return false;
    }
    return strcasecmp(value, "close") == 0;
}

/* What it returns is the handler's answer: with an error the server closes the connection. */
static esp_err_t refuse(httpd_req_t *request, uint16_t status)
{
    const bool closes = wants_close(request);
    ESP_RETURN_ON_ERROR(p1_http_refuse(request, status), TAG, "A client hears no reason.");
    return closes ? ESP_FAIL : ESP_OK;
}

/* The server's task: hands the request to a worker, since it may take as long as it takes. */
static esp_err_t hand_over(httpd_req_t *request)
{
    if (strlen(request->uri) > SOCKETS_HTTP_PATH) {
        return refuse(request, 414);
    }
    if (httpd_req_get_hdr_value_len(request, "Transfer-Encoding") > 0) {
        /* The server knows no chunks: it would take what is in them for the next request. An error closes the
         * connection. */
        (void)refuse(request, 411);
        return ESP_FAIL;
    }
    worker_t *worker = idle_worker();
    exchange_t *exchange = worker == NULL ? NULL : make_exchange(request);
    if (exchange == NULL) {
        return refuse(request, 503);
    }
    copy_fields(exchange, request);
    worker->unread = request->content_len;
    worker->gone = false;
    worker->closes = wants_close(request);
    worker->refused = false;
    worker->has_body = false;
    worker->sent = 0;
    worker->queued = 0;
    const esp_err_t error = httpd_req_async_handler_begin(request, &worker->request);
    if (error != ESP_OK) {
        ESP_LOGE(TAG, "There is no memory for a request: %s.", esp_err_to_name(error));
        heap_caps_free(exchange);
        return error;
    }
    worker->exchange = exchange;
    last_id = last_id == UINT32_MAX ? 1 : last_id + 1;
    __atomic_store_n(&worker->id, last_id, __ATOMIC_RELEASE);
    const command_t command = {.what = TAKE};
    (void)xQueueSend(worker->commands, &command, portMAX_DELAY);
    return ESP_OK;
}

static esp_err_t serve(void)
{
    httpd_config_t config = HTTPD_DEFAULT_CONFIG();
    config.server_port = P1_HTTP_PORT;
    config.max_open_sockets = SOCKETS_HTTP_SOCKETS;
    config.lru_purge_enable = true;
    config.recv_wait_timeout = P1_HTTP_HEAD_SECONDS;
    config.send_wait_timeout = SOCKETS_HTTP_SECONDS;
    config.uri_match_fn = httpd_uri_match_wildcard;
    ESP_RETURN_ON_ERROR(httpd_start(&p1_http_server, &config), TAG, "The server does not start.");
    const httpd_method_t methods[] = {HTTP_GET, HTTP_POST};
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        const httpd_uri_t all = {.uri = "/*", .method = methods[i], .handler = hand_over};
        ESP_RETURN_ON_ERROR(httpd_register_uri_handler(p1_http_server, &all), TAG, "The server takes no requests.");
    }
    return p1_http_refusals_register(p1_http_server);
}

esp_err_t p1_http_init(const p1_http_events_t *events)
{
    p1_http_tell = *events;
    for (size_t i = 0; i < SOCKETS_HTTP_REQUESTS; i++) {
        p1_http_worker_start(&workers[i]);
    }
    return serve();
}

/* Who has a request that the device has not ended. What comes after its end would meet the worker's next request. */
static worker_t *worker_of(uint32_t id)
{
    for (size_t i = 0; i < SOCKETS_HTTP_REQUESTS; i++) {
        if (id != 0 && __atomic_load_n(&workers[i].id, __ATOMIC_ACQUIRE) == id) {
            return workers[i].ended == id ? NULL : &workers[i];
        }
    }
    return NULL;
}

static void command(uint32_t id, command_t wanted)
{
    worker_t *worker = worker_of(id);
    if (worker != NULL && xQueueSend(worker->commands, &wanted, 0) != pdTRUE) {
        ESP_LOGE(TAG, "A request has too many calls waiting.");
    }
}

static void copy_text(char *to, size_t size, ts_bytes text)
{
    const size_t length = text.length < size ? text.length : size - 1;
    memcpy(to, text.data, length);
    to[length] = '\0';
}

uint16_t p1_http_port(void)
{
    return p1_http_server == NULL ? 0 : P1_HTTP_PORT;
}

void p1_http_receive(uint32_t request)
{
    command(request, (command_t){.what = RECEIVE});
}

void p1_http_answer(uint32_t request, uint16_t status, ts_bytes type, ts_bytes fields)
{
    worker_t *worker = worker_of(request);
    if (worker != NULL) {
        /* The space belongs to the status line, though no word follows it. Source: RFC 9112, 4. */
        (void)snprintf(worker->exchange->status, sizeof worker->exchange->status, "%u ", (unsigned)status);
        copy_text(worker->exchange->type, sizeof worker->exchange->type, type);
        copy_text(worker->exchange->extra, sizeof worker->exchange->extra, fields);
        command(request, (command_t){.what = ANSWER});
    }
}

bool p1_http_send(uint32_t request, ts_bytes part)
{
    worker_t *worker = worker_of(request);
    if (worker == NULL || part.length > SOCKETS_HTTP_PART) {
        return false;
    }
    if (worker->queued - __atomic_load_n(&worker->sent, __ATOMIC_ACQUIRE) >= PARTS) {
        __atomic_store_n(&worker->refused, true, __ATOMIC_SEQ_CST);
        const bool still_full = worker->queued - __atomic_load_n(&worker->sent, __ATOMIC_SEQ_CST) >= PARTS;
        /* The worker may have made room just now, and not seen that somebody waits for it. */
        if (still_full || !__atomic_exchange_n(&worker->refused, false, __ATOMIC_SEQ_CST)) {
            return false;
        }
    }
    if (part.length == 0) {
        return true; /* A part without bytes would end the answer. */
    }
    const uint8_t place = (uint8_t)(worker->queued % PARTS);
    memcpy(worker->exchange->out[place], part.data, part.length);
    worker->exchange->out_length[place] = part.length;
    worker->queued++;
    command(request, (command_t){.what = SEND, .part = place});
    return true;
}

uint32_t p1_http_page_check(void)
{
    /* A gzip file ends with the CRC-32 of what is in it, and its length. */
    const uint8_t *check = p1_http_page_start + (p1_http_page_end - p1_http_page_start - 8);
    return (uint32_t)check[0] | (uint32_t)check[1] << 8 | (uint32_t)check[2] << 16 | (uint32_t)check[3] << 24;
}

void p1_http_send_page(uint32_t request)
{
    command(request, (command_t){.what = PAGE});
}

void p1_http_end(uint32_t request)
{
    worker_t *worker = worker_of(request);
    if (worker != NULL) {
        command(request, (command_t){.what = END});
        worker->ended = request;
    }
}
