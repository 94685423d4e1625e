/* The HTTP driver between ESP-IDF's server and the device. */
#include <stdio.h>
#include <string.h>

#include "client.h"
#include "heap.h"
#include "http_device.h"
#include "idf.h"
#include "network.h"
#include "p1_http.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

static void test_hands_over_a_request_and_sends_the_answer(void)
{
    start();
    const int client = idf_http_request(HTTP_GET, "/api/status?x", "host", "p1_meter.local", 0);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("1 get /api/status?x [host:p1_meter.local\r\n] 0\n", told);
    TEST_ASSERT_GREATER_THAN(0, idf_heap_taken()); /* While it lasts. */
    answer_now(1, "hello");
    TEST_ASSERT_EQUAL(0, idf_heap_taken());
    TEST_ASSERT_EQUAL_STRING("200 text/plain Cache-Control=no-store X-A=b|hello|.", idf_http_answer(client));
}

static void test_reads_the_body_part_by_part_as_the_device_asks(void)
{
    start();
    const int client = idf_http_request(HTTP_POST, "/", NULL, NULL, 6);
    idf_http_body(client, "abc");
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("1 post / [] 6\n", told);
    p1_http_receive(1);
    idf_pass(0);
    p1_http_receive(1);
    idf_pass(5000);
    TEST_ASSERT_EQUAL_STRING("1 post / [] 6\n1 body abc\n", told);
    idf_http_body(client, "def");
    idf_pass(0);
    p1_http_receive(1);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("1 post / [] 6\n1 body abc\n1 body def\n1 body \n", told);
}

static void test_a_client_that_is_too_slow_or_leaves_is_closed(void)
{
    start();
    const int slow = idf_http_request(HTTP_POST, "/", NULL, NULL, 6);
    idf_pass(0);
    p1_http_receive(1);
    idf_pass(1000 * SOCKETS_HTTP_SECONDS - 1);
    TEST_ASSERT_NULL(strstr(told, "closed"));
    idf_pass(1);
    TEST_ASSERT_NOT_NULL(strstr(told, "1 closed"));
    p1_http_end(1);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("lwip_shutdown 0\n", idf_calls());
    TEST_ASSERT_NOT_NULL(strstr(idf_http_answer(slow), "408 application/problem+json(whole){\"status\":408,"));
    const int gone = idf_http_request(HTTP_GET, "/", NULL, NULL, 0);
    idf_http_leave(gone);
    idf_pass(0);
    answer_now(2, "hello");
    TEST_ASSERT_NOT_NULL(strstr(told, "2 closed"));
}

static void test_says_when_there_is_room_again(void)
{
    start();
    const int client = idf_http_request(HTTP_GET, "/", NULL, NULL, 0);
    idf_http_slow(client, 1000);
    idf_pass(0);
    p1_http_answer(1, 200, bytes_of("a"), bytes_of(""));
    TEST_ASSERT_TRUE(p1_http_send(1, bytes_of("one")));
    TEST_ASSERT_TRUE(p1_http_send(1, bytes_of("two")));
    TEST_ASSERT_FALSE(p1_http_send(1, bytes_of("three")));
    TEST_ASSERT_NULL(strstr(told, "room"));
    idf_pass(2000);
    TEST_ASSERT_NOT_NULL(strstr(told, "1 room"));
    TEST_ASSERT_TRUE(p1_http_send(1, bytes_of("three")));
    p1_http_end(1);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("200 a|one|two|three|.", idf_http_answer(client));
}

static void test_one_slow_client_holds_up_nobody(void)
{
    start();
    const int slow = idf_http_request(HTTP_GET, "/slow", NULL, NULL, 0);
    idf_http_slow(slow, 5000);
    idf_pass(0);
    answer(1, "late");
    const int quick = idf_http_request(HTTP_GET, "/quick", NULL, NULL, 0);
    idf_pass(0);
    answer(2, "soon");
    idf_pass(100);
    TEST_ASSERT_NOT_NULL(strstr(idf_http_answer(quick), "|soon|."));
    TEST_ASSERT_NULL(strstr(idf_http_answer(slow), "late"));
}

static void test_a_refused_upload_is_read_to_its_end(void)
{
    start();
    const int client = idf_http_request(HTTP_POST, "/", NULL, NULL, 6);
    idf_pass(0);
    answer(1, "no");
    idf_http_body(client, "abcdef");
    idf_pass(0);
    TEST_ASSERT_NOT_NULL(strstr(idf_http_answer(client), "|no|."));
    TEST_ASSERT_EQUAL_STRING("", idf_calls());
}

static void test_the_rest_of_a_refused_upload_is_not_read_for_ever(void)
{
    start();
    const int client = idf_http_request(HTTP_POST, "/", NULL, NULL, 1000);
    idf_pass(0);
    answer(1, "no");
    for (int seconds = 0; seconds <= 20; seconds++) {
        TEST_ASSERT_EQUAL_STRING("", idf_calls());
        idf_http_body(client, "a");
        idf_pass(1000);
    }
    TEST_ASSERT_EQUAL_STRING("lwip_shutdown 0\n", idf_calls());
}

static void test_a_client_that_wants_the_connection_closed_behind_the_answer_has_that(void)
{
    start();
    const int client = idf_http_request(HTTP_GET, "/", "Connection", "Close", 0);
    idf_pass(0);
    answer_now(1, "hello");
    TEST_ASSERT_NOT_NULL(strstr(idf_http_answer(client), " Connection=close"));
    TEST_ASSERT_EQUAL_STRING("lwip_shutdown 0\n", idf_calls());
    idf_forget_calls();
    (void)idf_http_request(HTTP_GET, "/", "Connection", "keep-alive", 0);
    idf_pass(0);
    answer_now(2, "hello");
    TEST_ASSERT_EQUAL_STRING("", idf_calls());
}

static void test_sends_the_page_and_knows_its_check(void)
{
    start();
    const int client = ask();
    p1_http_answer(1, 200, bytes_of("text/html"), bytes_of("Content-Encoding: gzip\r\n"));
    p1_http_send_page(1);
    p1_http_end(1);
    idf_pass(0);
    const char *answer = idf_http_answer(client);
    const char *page = strchr(answer, '|');
    TEST_ASSERT_EQUAL_STRING_LEN("200 text/html Content-Encoding=gzip|", answer, 36);
    /* 5000 bytes come in two parts: each begins with |, and the full stop is the end of the answer. */
    TEST_ASSERT_EQUAL(5000 + 4, strlen(page));
    TEST_ASSERT_EQUAL_STRING("dcba1234|.", page + strlen(page) - 10);
    TEST_ASSERT_EQUAL_HEX32(0x61626364, p1_http_page_check());
}

static void test_an_answer_without_a_body_has_no_last_chunk_either(void)
{
    start();
    const int client = idf_http_request(HTTP_GET, "/", "if-none-match", "\"61626364\"", 0);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("1 get / [if-none-match:\"61626364\"\r\n] 0\n", told);
    p1_http_answer(1, 304, bytes_of("text/html"), bytes_of(""));
    p1_http_end(1);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("304 text/html(whole).", idf_http_answer(client));
}

static void test_a_client_that_leaves_during_the_page_is_noticed(void)
{
    start();
    const int client = ask();
    idf_http_leave(client);
    p1_http_answer(1, 200, bytes_of("text/html"), bytes_of(""));
    p1_http_send_page(1);
    idf_pass(0);
    TEST_ASSERT_NOT_NULL(strstr(told, "1 closed"));
    p1_http_end(1);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("lwip_shutdown 0\n", idf_calls());
}

static void test_calls_for_a_request_that_is_over_do_nothing(void)
{
    start();
    (void)ask();
    answer_now(1, "x");
    TEST_ASSERT_FALSE(p1_http_send(1, bytes_of("y")));
    p1_http_receive(1);
    p1_http_end(1);
    p1_http_end(0);
    idf_pass(0);
}

static void test_a_server_that_does_not_start_has_no_port(void)
{
    idf_fail("httpd_start", 1, ESP_ERR_NO_MEM);
    TEST_ASSERT_EQUAL(ESP_ERR_NO_MEM, p1_http_init(&EVENTS));
    TEST_ASSERT_EQUAL(0, p1_http_port());
    TEST_ASSERT_TRUE(idf_logged('E', "does not start"));
}

static bool is_guest_from(uint32_t address, bool mapped)
{
    told[0] = '\0';
    idf_http_peer(address, mapped);
    (void)ask();
    p1_http_answer(newest, 200, bytes_of("a"), bytes_of(""));
    p1_http_end(newest);
    idf_pass(0);
    return strstr(told, "guest") != NULL;
}

static void test_a_guest_is_who_has_an_address_of_the_access_points_network(void)
{
    start();
    TEST_ASSERT_FALSE(is_guest_from(0xc0a80402, false));
    idf_netif_has("access point", 0xc0a80401, 0xffffff00);
    TEST_ASSERT_TRUE(is_guest_from(0xc0a80402, false));
    TEST_ASSERT_TRUE(is_guest_from(0xc0a804fe, true));
    TEST_ASSERT_FALSE(is_guest_from(0xc0a80502, true));
    TEST_ASSERT_FALSE(is_guest_from(0, true));
    idf_netif_has("station", 0xc0a80107, 0xffffff00);
    TEST_ASSERT_TRUE(is_guest_from(0xc0a80402, true));
    TEST_ASSERT_FALSE(is_guest_from(0xc0a80102, true));
}

static void test_nobody_is_a_guest_where_the_home_has_the_same_addresses(void)
{
    start();
    idf_netif_has("access point", 0xc0a80401, 0xffffff00);
    idf_netif_has("station", 0xc0a80507, 0xfffffc00);
    TEST_ASSERT_FALSE(is_guest_from(0xc0a80402, true));
}

static void everything(void)
{
    if (start_with_guests()) {
        every_request();
    }
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_http", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_hands_over_a_request_and_sends_the_answer);
    RUN_ON_CHIP(test_reads_the_body_part_by_part_as_the_device_asks);
    RUN_ON_CHIP(test_a_client_that_is_too_slow_or_leaves_is_closed);
    RUN_ON_CHIP(test_says_when_there_is_room_again);
    RUN_ON_CHIP(test_one_slow_client_holds_up_nobody);
    RUN_ON_CHIP(test_a_refused_upload_is_read_to_its_end);
    RUN_ON_CHIP(test_the_rest_of_a_refused_upload_is_not_read_for_ever);
    RUN_ON_CHIP(test_a_client_that_wants_the_connection_closed_behind_the_answer_has_that);
    RUN_ON_CHIP(test_sends_the_page_and_knows_its_check);
    RUN_ON_CHIP(test_an_answer_without_a_body_has_no_last_chunk_either);
    RUN_ON_CHIP(test_a_client_that_leaves_during_the_page_is_noticed);
    RUN_ON_CHIP(test_calls_for_a_request_that_is_over_do_nothing);
    RUN_ON_CHIP(test_a_server_that_does_not_start_has_no_port);
    RUN_ON_CHIP(test_a_guest_is_who_has_an_address_of_the_access_points_network);
    RUN_ON_CHIP(test_nobody_is_a_guest_where_the_home_has_the_same_addresses);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
