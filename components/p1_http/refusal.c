#include "refusal.h"

#include <stdio.h>

#include "esp_check.h"
#include "lwip/sockets.h"
#include "sockets.h"

#define REFUSALS (sizeof SOCKETS_HTTP_REFUSALS / sizeof SOCKETS_HTTP_REFUSALS[0])

static const char *TAG = "p1_http";

/* What ESP-IDF's server refuses by itself. Of a method that its parser does not know it says 400. */
static const struct {
    httpd_err_code_t error;
    uint16_t status;
} BY_THE_SERVER[] = {
    {HTTPD_400_BAD_REQUEST, 400},           {HTTPD_404_NOT_FOUND, 404},
    {HTTPD_405_METHOD_NOT_ALLOWED, 405},    {HTTPD_408_REQ_TIMEOUT, 408},
    {HTTPD_414_URI_TOO_LONG, 414},          {HTTPD_431_REQ_HDR_FIELDS_TOO_LARGE, 431},
    {HTTPD_500_INTERNAL_SERVER_ERROR, 500}, {HTTPD_505_VERSION_NOT_SUPPORTED, 505},
};
#define BY_THE_SERVER_COUNT (sizeof BY_THE_SERVER / sizeof BY_THE_SERVER[0])

static ts_bytes problem_of(uint16_t status)
{
    for (size_t i = 0; i < REFUSALS; i++) {
        if (SOCKETS_HTTP_REFUSALS[i].status == status) {
            return SOCKETS_HTTP_REFUSALS[i].problem;
        }
    }
    return (ts_bytes){.data = (const uint8_t *)"", .length = 0};
}

esp_err_t p1_http_refuse(httpd_req_t *request, uint16_t status)
{
    /* The space belongs to the status line, though no word follows it. Source: RFC 9112, 4. */
    char line[8];
    (void)snprintf(line, sizeof line, "%u ", (unsigned)status);
    const ts_bytes problem = problem_of(status);
    ESP_RETURN_ON_ERROR(httpd_resp_set_status(request, line), TAG, "No status can be sent.");
    ESP_RETURN_ON_ERROR(httpd_resp_set_type(request, "application/problem+json"), TAG, "No type can be sent.");
    ESP_RETURN_ON_ERROR(httpd_resp_send(request, (const char *)problem.data, (ssize_t)problem.length), TAG,
                        "A refusal can't be sent.");
    return ESP_OK;
}

static uint16_t status_of(httpd_err_code_t error)
{
    for (size_t i = 0; i < BY_THE_SERVER_COUNT; i++) {
        if (BY_THE_SERVER[i].error == error) {
            return BY_THE_SERVER[i].status;
        }
    }
    return 500;
}

static esp_err_t refuse_and_close(httpd_req_t *request, httpd_err_code_t error)
{
    /* Closed with bytes that nobody read, the connection loses what has not been sent by then. */
    const int at_once = 1;
    if (setsockopt(httpd_req_to_sockfd(request), IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once) != 0) {
        ESP_LOGW(TAG, "A refusal may get lost.");
    }
    ESP_RETURN_ON_ERROR(httpd_resp_set_hdr(request, "Connection", "close"), TAG, "No field can be sent.");
    ESP_RETURN_ON_ERROR(p1_http_refuse(request, status_of(error)), TAG, "A client hears no reason.");
    return ESP_FAIL;
}

esp_err_t p1_http_refusals_register(httpd_handle_t server)
{
    for (size_t i = 0; i < BY_THE_SERVER_COUNT; i++) {
        ESP_RETURN_ON_ERROR(httpd_register_err_handler(server, BY_THE_SERVER[i].error, refuse_and_close), TAG,
                            "The server keeps its own refusals.");
    }
    return ESP_OK;
}
