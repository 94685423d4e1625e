/* Answers without an end: parts come when there is something to tell, for as long as the client stays. */
#include <string.h>

#include "client.h"
#include "heap.h"
#include "http_device.h"
#include "idf.h"
#include "p1_http.h"
#include "unity.h"

#define MINUTE 60000

void setUp(void)
{
}

void tearDown(void)
{
}

/* A client asks for the stream, and the device begins it. The request is `newest`. */
static int begin_stream(void)
{
    const int client = idf_http_request(HTTP_GET, "/api/events", NULL, NULL, 0);
    idf_pass(0);
    p1_http_answer(newest, 200, bytes_of("text/event-stream"), bytes_of("Cache-Control: no-store\r\n"));
    return client;
}

static bool send_now(uint32_t id, const char *part)
{
    const bool taken = p1_http_send(id, bytes_of(part));
    idf_pass(0);
    return taken;
}

static const char *body_of(int client)
{
    const char *body = strchr(idf_http_answer(client), '|');
    return body == NULL ? "" : body;
}

static size_t times_told(const char *line)
{
    size_t times = 0;
    for (const char *at = strstr(told, line); at != NULL; at = strstr(at + 1, line)) {
        times++;
    }
    return times;
}

static void test_each_part_goes_out_as_it_comes_for_hours(void)
{
    start();
    const int client = begin_stream();
    const size_t memory = idf_heap_taken();
    char expected[256] = "";
    for (int i = 0; i < 60; i++) {
        TEST_ASSERT_TRUE(send_now(1, "x"));
        strcat(expected, "|x");
        TEST_ASSERT_EQUAL_STRING(expected, body_of(client));
        idf_pass(5 * MINUTE); /* Much longer than a client may take for a part. */
    }
    TEST_ASSERT_EQUAL_STRING("1 get /api/events [] 0\n", told);
    TEST_ASSERT_EQUAL(memory, idf_heap_taken());
    p1_http_end(1);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING(strcat(expected, "|."), body_of(client));
    TEST_ASSERT_EQUAL(0, idf_heap_taken());
    TEST_ASSERT_EQUAL_STRING("", idf_calls()); /* The connection stays for the client's next request. */
}

static void test_other_requests_are_served_beside_all_streams(void)
{
    start();
    int streams[SOCKETS_HTTP_STREAMS];
    for (size_t i = 0; i < SOCKETS_HTTP_STREAMS; i++) {
        streams[i] = begin_stream();
    }
    const size_t memory = idf_heap_taken();
    for (int i = 0; i < 5; i++) {
        const int first = ask();
        const uint32_t first_id = newest;
        const int second = ask();
        answer_now(newest, "second");
        answer_now(first_id, "first");
        TEST_ASSERT_EQUAL_STRING("|first|.", body_of(first));
        TEST_ASSERT_EQUAL_STRING("|second|.", body_of(second));
        TEST_ASSERT_EQUAL(memory, idf_heap_taken());
    }
    for (uint32_t i = 0; i < SOCKETS_HTTP_STREAMS; i++) {
        TEST_ASSERT_TRUE(send_now(i + 1, "still there"));
        TEST_ASSERT_EQUAL_STRING("|still there", body_of(streams[i]));
    }
}

static void test_a_client_that_takes_no_more_is_waited_for_alone(void)
{
    start();
    const int slow = begin_stream();
    const int quick = begin_stream();
    idf_http_slow(slow, 5000);
    TEST_ASSERT_TRUE(send_now(1, "a"));
    TEST_ASSERT_TRUE(send_now(1, "b"));
    for (int i = 0; i < 4; i++) {
        TEST_ASSERT_FALSE(send_now(1, "c"));
        TEST_ASSERT_TRUE(send_now(2, "q"));
        idf_pass(1000);
    }
    TEST_ASSERT_EQUAL_STRING("|q|q|q|q", body_of(quick));
    TEST_ASSERT_EQUAL(0, times_told("room"));
    idf_pass(1000);
    TEST_ASSERT_EQUAL(1, times_told("1 room"));
    TEST_ASSERT_TRUE(send_now(1, "c"));
    idf_pass(MINUTE);
    TEST_ASSERT_EQUAL_STRING("|a|b|c", body_of(slow));
    TEST_ASSERT_EQUAL(1, times_told("room")); /* Nobody waited for it any more. */
    TEST_ASSERT_EQUAL(0, times_told("closed"));
}

static void test_a_client_that_takes_nothing_for_too_long_is_dropped(void)
{
    start();
    const int stuck = begin_stream();
    const int other = begin_stream();
    idf_http_slow(stuck, MINUTE);
    while (send_now(1, "x")) {
    }
    idf_pass(1000 * SOCKETS_HTTP_SECONDS);
    TEST_ASSERT_EQUAL(1, times_told("1 closed"));
    TEST_ASSERT_EQUAL(0, times_told("1 room"));
    p1_http_end(1);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("lwip_shutdown 0\n", idf_calls());
    TEST_ASSERT_EQUAL_STRING("", body_of(stuck));
    TEST_ASSERT_TRUE(send_now(2, "x"));
    TEST_ASSERT_EQUAL_STRING("|x", body_of(other));
}

static void test_a_client_that_left_is_noticed_at_the_next_part_and_told_once(void)
{
    start();
    const int client = begin_stream();
    TEST_ASSERT_TRUE(send_now(1, "x"));
    idf_http_leave(client);
    idf_pass(MINUTE);
    TEST_ASSERT_EQUAL(0, times_told("closed"));
    for (int i = 0; i < 10; i++) { /* The device has not heard of it yet. */
        TEST_ASSERT_TRUE(send_now(1, "y"));
    }
    TEST_ASSERT_EQUAL(1, times_told("1 closed"));
    TEST_ASSERT_EQUAL_STRING("|x", body_of(client));
    p1_http_end(1);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("lwip_shutdown 0\n", idf_calls());
    TEST_ASSERT_EQUAL(0, idf_heap_taken());
}

static void test_a_client_that_leaves_while_the_device_waits_for_room_is_closed(void)
{
    start();
    const int client = begin_stream();
    idf_http_slow(client, 5000);
    while (send_now(1, "x")) {
    }
    idf_http_leave(client);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("1 get /api/events [] 0\n1 closed \n", told);
}

static void test_the_end_comes_behind_every_part_that_was_taken(void)
{
    start();
    const int client = begin_stream();
    idf_http_slow(client, 5000);
    TEST_ASSERT_TRUE(send_now(1, "a"));
    TEST_ASSERT_TRUE(send_now(1, "b"));
    p1_http_end(1);
    idf_pass(5000);
    TEST_ASSERT_EQUAL_STRING("|a|b|.", body_of(client));
    TEST_ASSERT_EQUAL(0, idf_heap_taken());
}

/* The device ends a stream whose client is lost with the parts that still wait; it hears of that, and ends it again. */
static void test_a_request_is_ended_once_and_the_next_one_left_alone(void)
{
    start();
    const int client = begin_stream();
    idf_http_slow(client, 5000);
    TEST_ASSERT_TRUE(send_now(1, "x"));
    p1_http_end(1);
    TEST_ASSERT_FALSE(p1_http_send(1, bytes_of("late")));
    idf_http_leave(client);
    p1_http_end(1);
    idf_pass(0);
    TEST_ASSERT_EQUAL(1, times_told("1 closed"));
    TEST_ASSERT_EQUAL(0, idf_heap_taken());
    const int next = ask();
    answer_now(2, "hello");
    TEST_ASSERT_EQUAL_STRING("|hello|.", body_of(next));
}

static void everything(void)
{
    if (!start_with_guests()) {
        return;
    }
    const int client = begin_stream();
    const uint32_t stream = newest;
    (void)send_now(stream, "a");
    (void)begin_stream();
    const uint32_t gone = newest;
    idf_http_slow(client, 5000);
    (void)send_now(stream, "b");
    (void)send_now(stream, "c");
    (void)send_now(stream, "d");
    (void)send_now(gone, "e");
    every_request();
    idf_pass(5000);
    (void)send_now(stream, "d");
    p1_http_end(stream);
    idf_http_leave(client);
    p1_http_end(stream);
    p1_http_end(gone);
    idf_pass(0);
}

static void test_handles_every_error_of_esp_idf_beside_streams(void)
{
    idf_fail_everywhere("p1_http_streams", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_each_part_goes_out_as_it_comes_for_hours);
    RUN_ON_CHIP(test_other_requests_are_served_beside_all_streams);
    RUN_ON_CHIP(test_a_client_that_takes_no_more_is_waited_for_alone);
    RUN_ON_CHIP(test_a_client_that_takes_nothing_for_too_long_is_dropped);
    RUN_ON_CHIP(test_a_client_that_left_is_noticed_at_the_next_part_and_told_once);
    RUN_ON_CHIP(test_a_client_that_leaves_while_the_device_waits_for_room_is_closed);
    RUN_ON_CHIP(test_the_end_comes_behind_every_part_that_was_taken);
    RUN_ON_CHIP(test_a_request_is_ended_once_and_the_next_one_left_alone);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf_beside_streams);
    return UNITY_END();
}
