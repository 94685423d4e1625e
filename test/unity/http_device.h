/* The device of the suites of p1_http: it takes down what the driver tells, and answers. */
#pragma once

#include <stdio.h>
#include <string.h>

#include "client.h"
#include "idf.h"
#include "network.h"
#include "p1_http.h"
#include "unity.h"

static char told[8192];
static uint32_t newest;

static inline void on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length,
                              bool is_guest)
{
    newest = id;
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "%u %s %.*s [%.*s] %u%s\n", (unsigned)id,
                   method == PLATFORM_METHOD_POST ? "post" : "get", (int)path.length, (const char *)path.data,
                   (int)fields.length, (const char *)fields.data, (unsigned)length, is_guest ? " guest" : "");
}

static inline void on_event(uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    static const char *const NAMES[] = {"body", "room", "closed"};
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "%u %s %.*s\n", (unsigned)id, NAMES[event],
                   (int)bytes.length, bytes.length == 0 ? "" : (const char *)bytes.data);
}

static const p1_http_events_t EVENTS = {.request = on_request, .event = on_event};

static inline void start(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_http_init(&EVENTS));
    TEST_ASSERT_EQUAL_STRING("httpd_start port 80 sockets 7 lru 1 timeouts 2 10\n", idf_calls());
    idf_forget_calls();
}

static inline ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

/* A client asks for the page. */
static inline int ask(void)
{
    const int client = idf_http_request(HTTP_GET, "/", NULL, NULL, 0);
    idf_pass(0);
    return client;
}

static inline void answer(uint32_t id, const char *text)
{
    p1_http_answer(id, 200, bytes_of("text/plain"), bytes_of("Cache-Control: no-store\r\nX-A:b\r\n"));
    (void)p1_http_send(id, bytes_of(text));
    p1_http_end(id);
}

static inline void answer_now(uint32_t id, const char *text)
{
    answer(id, text);
    idf_pass(0);
}

/* Starts the driver where there are guests too. */
static inline bool start_with_guests(void)
{
    idf_netif_has("access point", 0xc0a80401, 0xffffff00);
    idf_netif_has("station", 0xc0a80107, 0xffffff00);
    idf_http_peer(0xc0a80402, true);
    return p1_http_init(&EVENTS) == ESP_OK;
}

/* Every kind of request, one after another, with every call that the driver makes. */
static inline void every_request(void)
{
    const int upload = idf_http_request(HTTP_POST, "/", "host", "x", 2000);
    char body[1501] = "";
    memset(body, 'x', 1500);
    idf_http_body(upload, body);
    idf_pass(0);
    p1_http_receive(newest);
    idf_pass(0);
    answer(newest, "x");
    idf_http_body(upload, body + 1000);
    idf_pass(20000);
    p1_http_end(newest);
    idf_pass(0);
    (void)idf_http_refused(HTTPD_400_BAD_REQUEST);
    (void)ask();
    p1_http_answer(newest, 200, bytes_of("text/html"), bytes_of(""));
    p1_http_send_page(newest);
    p1_http_end(newest);
    idf_pass(0);
    (void)ask();
    p1_http_answer(newest, 304, bytes_of("text/html"), bytes_of(""));
    p1_http_end(newest);
    idf_pass(0);
    (void)idf_http_request(HTTP_GET, "/", "Connection", "close", 0);
    idf_pass(0);
    answer_now(newest, "x");
    const int gone = idf_http_request(HTTP_GET, "/", NULL, NULL, 0);
    idf_http_leave(gone);
    idf_pass(0);
    answer_now(newest, "x");
    p1_http_end(newest);
    idf_pass(0);
    for (uint32_t i = 0; i <= SOCKETS_HTTP_REQUESTS; i++) {
        (void)idf_http_request(HTTP_GET, "/", NULL, NULL, 0);
    }
    idf_pass(0);
}
