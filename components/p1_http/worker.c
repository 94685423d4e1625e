#include "worker.h"

#include <errno.h>
#include <string.h>

#include "esp_check.h"
#include "esp_heap_caps.h"
#include "esp_log.h"
#include "guest.h"
#include "lwip/sockets.h"
#include "refusal.h"

#define TASK_PRIORITY 5
#define PAGE_PART     4096

static const char *TAG = "p1_http";

/* The client left, or takes too long. */
static void lose(worker_t *worker)
{
    if (!worker->gone) {
        worker->gone = true;
        p1_http_tell.event(worker->id, PLATFORM_HTTP_EVENT_CLOSED, (ts_bytes){0});
    }
}

/* Waits for bytes of the body. A part may take longer than the server waits for a head. */
static int receive_bytes(worker_t *worker)
{
    const size_t wanted = worker->unread < sizeof worker->exchange->in ? worker->unread : sizeof worker->exchange->in;
    int length = HTTPD_SOCK_ERR_TIMEOUT;
    for (int i = 0; i < SOCKETS_HTTP_SECONDS / P1_HTTP_HEAD_SECONDS && length == HTTPD_SOCK_ERR_TIMEOUT; i++) {
        length = httpd_req_recv(worker->request, (char *)worker->exchange->in, wanted);
    }
    return length;
}

static void receive(worker_t *worker)
{
    int length = 0;
    if (worker->unread > 0) {
        length = receive_bytes(worker);
        if (length <= 0) {
            const bool is_slow = length == HTTPD_SOCK_ERR_TIMEOUT;
            ESP_LOGW(TAG, "A request broke off: %s.", is_slow ? "too slow" : "closed");
            if (is_slow && p1_http_refuse(worker->request, 408) != ESP_OK) {
                ESP_LOGW(TAG, "A client hears no reason.");
            }
            lose(worker);
            return;
        }
    }
    worker->unread -= (size_t)length;
    p1_http_tell.event(worker->id, PLATFORM_HTTP_EVENT_BODY,
                       (ts_bytes){.data = worker->exchange->in, .length = (uint32_t)length});
}

/* The lines of the answer's head stand in `extra`, each ended by CR LF; the server wants name and value apart. */
static esp_err_t set_extra(worker_t *worker)
{
    for (char *line = worker->exchange->extra; *line != '\0';) {
        char *end = strstr(line, "\r\n");
        char *colon = strchr(line, ':');
        ESP_RETURN_ON_FALSE(end != NULL && colon != NULL && colon < end, ESP_ERR_INVALID_ARG, TAG, "No field: %s",
                            line);
        *end = '\0';
        *colon = '\0';
        const char *value = colon + 1 + strspn(colon + 1, " ");
        ESP_RETURN_ON_ERROR(httpd_resp_set_hdr(worker->request, line, value), TAG, "%s can't be sent.", line);
        line = end + 2;
    }
    return ESP_OK;
}

static esp_err_t begin_answer(worker_t *worker)
{
    ESP_RETURN_ON_ERROR(httpd_resp_set_status(worker->request, worker->exchange->status), TAG,
                        "No status can be sent.");
    ESP_RETURN_ON_ERROR(httpd_resp_set_type(worker->request, worker->exchange->type), TAG, "No type can be sent.");
    if (worker->closes) {
        ESP_RETURN_ON_ERROR(httpd_resp_set_hdr(worker->request, "Connection", "close"), TAG, "No field can be sent.");
    }
    return set_extra(worker);
}

static void send_part(worker_t *worker, uint8_t part)
{
    if (!worker->gone) {
        worker->has_body = true;
        const esp_err_t error = httpd_resp_send_chunk(worker->request, (const char *)worker->exchange->out[part],
                                                      (ssize_t)worker->exchange->out_length[part]);
        if (error != ESP_OK) {
            ESP_LOGW(TAG, "An answer broke off: %s.", esp_err_to_name(error));
            lose(worker);
        }
    }
    __atomic_add_fetch(&worker->sent, 1, __ATOMIC_SEQ_CST);
    if (__atomic_exchange_n(&worker->refused, false, __ATOMIC_SEQ_CST) && !worker->gone) {
        p1_http_tell.event(worker->id, PLATFORM_HTTP_EVENT_ROOM, (ts_bytes){0});
    }
}

/* The page goes out a part at a time, so that a client that left is noticed. */
static void send_page(worker_t *worker)
{
    const size_t length = (size_t)(p1_http_page_end - p1_http_page_start);
    worker->has_body = true;
    for (size_t at = 0; at < length && !worker->gone; at += PAGE_PART) {
        const size_t part = length - at < PAGE_PART ? length - at : PAGE_PART;
        const esp_err_t error =
            httpd_resp_send_chunk(worker->request, (const char *)p1_http_page_start + at, (ssize_t)part);
        if (error != ESP_OK) {
            ESP_LOGW(TAG, "The page broke off: %s.", esp_err_to_name(error));
            lose(worker);
        }
    }
}

/* What is left of the body is read, so that the client hears the answer and not a reset; but not for ever. */
static void drain(worker_t *worker)
{
    const TickType_t start = xTaskGetTickCount();
    while (!worker->gone && worker->unread > 0) {
        const int length = receive_bytes(worker);
        worker->gone = length <= 0 || xTaskGetTickCount() - start >= pdMS_TO_TICKS(P1_HTTP_DRAIN_SECONDS * 1000);
        worker->unread -= length > 0 ? (size_t)length : 0;
    }
}

/* An answer without a body (204, 304) must not have the last chunk of one either. */
static esp_err_t end_answer(worker_t *worker)
{
    if (worker->has_body) {
        ESP_RETURN_ON_ERROR(httpd_resp_send_chunk(worker->request, NULL, 0), TAG, "The last chunk was not sent.");
    } else {
        ESP_RETURN_ON_ERROR(httpd_resp_send(worker->request, NULL, 0), TAG, "An empty answer was not sent.");
    }
    return ESP_OK;
}

/*
 * The server closes the connection when it has the request back and reads that nothing more comes. To close it by its
 * number after that would be too late: another client may have the number by then.
 */
static void shut_down(int socket)
{
    if (shutdown(socket, SHUT_RDWR) != 0 && errno != ENOTCONN) {
        ESP_LOGW(TAG, "A connection can't be closed (errno %d).", errno);
    }
}

static void end(worker_t *worker)
{
    if (!worker->gone) {
        const esp_err_t error = end_answer(worker);
        if (error != ESP_OK) {
            worker->gone = true;
        }
        drain(worker);
    }
    if (worker->gone || worker->closes) {
        shut_down(httpd_req_to_sockfd(worker->request));
    }
    const esp_err_t error = httpd_req_async_handler_complete(worker->request);
    if (error != ESP_OK) {
        ESP_LOGE(TAG, "A request can't be given back: %s.", esp_err_to_name(error));
    }
    heap_caps_free(worker->exchange);
    worker->exchange = NULL;
    __atomic_store_n(&worker->id, 0, __ATOMIC_RELEASE);
}

static void take(worker_t *worker)
{
    const char *uri = worker->request->uri;
    p1_http_tell.request(
        worker->id, worker->request->method == HTTP_POST ? PLATFORM_METHOD_POST : PLATFORM_METHOD_GET,
        (ts_bytes){.data = (const uint8_t *)uri, .length = (uint32_t)strlen(uri)},
        (ts_bytes){.data = (const uint8_t *)worker->exchange->fields, .length = worker->exchange->fields_length},
        (uint32_t)worker->unread, p1_http_is_guest(httpd_req_to_sockfd(worker->request)));
}

static void work(void *arg)
{
    worker_t *worker = arg;
    for (;;) {
        command_t command;
        if (xQueueReceive(worker->commands, &command, portMAX_DELAY) != pdTRUE) {
            continue;
        }
        switch (command.what) {
        case TAKE:
            take(worker);
            break;
        case RECEIVE:
            if (!worker->gone) {
                receive(worker);
            }
            break;
        case ANSWER:
            if (!worker->gone && begin_answer(worker) != ESP_OK) {
                lose(worker);
            }
            break;
        case SEND:
            send_part(worker, command.part);
            break;
        case PAGE:
            send_page(worker);
            break;
        case END:
            end(worker);
            break;
        }
    }
}

void p1_http_worker_start(worker_t *worker)
{
    worker->commands =
        xQueueCreateStatic(QUEUE_LENGTH, sizeof(command_t), worker->commands_storage, &worker->commands_queue);
    xTaskCreateStatic(work, TAG, P1_HTTP_WORKER_STACK, worker, TASK_PRIORITY, worker->task_stack, &worker->task);
}
