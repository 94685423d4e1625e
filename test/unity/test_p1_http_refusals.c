/* What the HTTP driver, and the server below it, refuse before the device hears of it. */
#include <stdio.h>
#include <string.h>

#include "client.h"
#include "heap.h"
#include "http_device.h"
#include "idf.h"
#include "p1_http.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

/* The sentence with which this status is refused. */
static const char *sentence_of(unsigned status)
{
    static char text[200];
    for (size_t i = 0; i < sizeof SOCKETS_HTTP_REFUSALS / sizeof SOCKETS_HTTP_REFUSALS[0]; i++) {
        const ts_bytes problem = SOCKETS_HTTP_REFUSALS[i].problem;
        if (SOCKETS_HTTP_REFUSALS[i].status == status) {
            (void)snprintf(text, sizeof text, "%.*s", (int)problem.length, (const char *)problem.data);
            return text;
        }
    }
    TEST_FAIL_MESSAGE("there is no sentence for a status");
    return "";
}

/* What a client sees that the driver itself refuses. */
static const char *refusal(unsigned status, const char *end)
{
    static char text[256];
    (void)snprintf(text, sizeof text, "%u application/problem+json(whole)%s.%s", status, sentence_of(status), end);
    return text;
}

static void test_what_the_server_refuses_has_a_sentence_and_closes_the_connection(void)
{
    const struct {
        httpd_err_code_t error;
        unsigned status;
    } ERRORS[] = {
        {HTTPD_400_BAD_REQUEST, 400},           {HTTPD_404_NOT_FOUND, 404},
        {HTTPD_405_METHOD_NOT_ALLOWED, 405},    {HTTPD_408_REQ_TIMEOUT, 408},
        {HTTPD_414_URI_TOO_LONG, 414},          {HTTPD_431_REQ_HDR_FIELDS_TOO_LARGE, 431},
        {HTTPD_500_INTERNAL_SERVER_ERROR, 500}, {HTTPD_505_VERSION_NOT_SUPPORTED, 505},
    };
    start();
    for (size_t i = 0; i < sizeof ERRORS / sizeof ERRORS[0]; i++) {
        char wanted[300];
        (void)snprintf(wanted, sizeof wanted, " Connection=close%s", refusal(ERRORS[i].status, "(closed)"));
        TEST_ASSERT_EQUAL_STRING(wanted, idf_http_answer(idf_http_refused(ERRORS[i].error)));
        TEST_ASSERT_EQUAL_STRING("no delay\n", idf_calls());
        idf_forget_calls();
    }
    TEST_ASSERT_EQUAL_STRING("", told);
}

static void test_one_request_too_many_is_refused_and_the_next_served(void)
{
    start();
    for (uint32_t i = 0; i < SOCKETS_HTTP_REQUESTS; i++) {
        (void)idf_http_request(HTTP_GET, "/", NULL, NULL, 0);
    }
    idf_pass(0);
    const int refused = idf_http_request(HTTP_GET, "/", NULL, NULL, 0);
    TEST_ASSERT_EQUAL_STRING(refusal(503, ""), idf_http_answer(refused));
    answer_now(1, "x");
    const int served = ask();
    answer_now(newest, "y");
    TEST_ASSERT_NOT_NULL(strstr(idf_http_answer(served), "|y|."));
    idf_heap_set(2000, 1000);
    TEST_ASSERT_EQUAL_STRING(refusal(503, ""), idf_http_answer(idf_http_request(HTTP_GET, "/", NULL, NULL, 0)));
}

static void test_a_target_that_is_too_long_is_refused(void)
{
    char target[SOCKETS_HTTP_PATH + 2] = "/";
    memset(target + 1, 'a', SOCKETS_HTTP_PATH);
    start();
    TEST_ASSERT_EQUAL_STRING(refusal(414, ""), idf_http_answer(idf_http_request(HTTP_GET, target, NULL, NULL, 0)));
    target[SOCKETS_HTTP_PATH] = '\0';
    const int longest = idf_http_request(HTTP_GET, target, NULL, NULL, 0);
    idf_pass(0);
    answer_now(1, "x");
    TEST_ASSERT_NOT_NULL(strstr(idf_http_answer(longest), "|x|."));
}

static void test_a_body_in_chunks_is_refused_and_the_connection_closed(void)
{
    start();
    const int chunked = idf_http_request(HTTP_POST, "/", "Transfer-Encoding", "chunked", 0);
    TEST_ASSERT_EQUAL_STRING(refusal(411, "(closed)"), idf_http_answer(chunked));
    TEST_ASSERT_EQUAL_STRING("", told);
}

static void everything(void)
{
    if (start_with_guests()) {
        every_request();
    }
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_http_refusals", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_one_request_too_many_is_refused_and_the_next_served);
    RUN_ON_CHIP(test_a_target_that_is_too_long_is_refused);
    RUN_ON_CHIP(test_what_the_server_refuses_has_a_sentence_and_closes_the_connection);
    RUN_ON_CHIP(test_a_body_in_chunks_is_refused_and_the_connection_closed);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
