/* The sockets driver between the device and lwIP. */
#include <stdio.h>
#include <string.h>

#include "idf.h"
#include "p1_sockets.h"
#include "unity.h"
#include "visitors.h"

static const char *const NAMES[] = {"connected", "gone", "slow", "refused", "port-taken"};
static char told[256];

void setUp(void)
{
}

void tearDown(void)
{
}

static void happened(platform_sockets_event_t event)
{
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "%s ", NAMES[event]);
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

static void start(uint8_t most)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_sockets_init(happened));
    p1_sockets_listen(2323, most);
    idf_pass(0);
}

static int visit(void)
{
    const int visitor = idf_visit(2323);
    idf_pass(0);
    return visitor;
}

static void test_every_client_hears_a_telegram_once(void)
{
    start(4);
    const int first = visit();
    const int second = visit();
    p1_sockets_send(bytes_of("/ISK5"));
    TEST_ASSERT_EQUAL_STRING("/ISK5", idf_visitor_heard(first));
    TEST_ASSERT_EQUAL_STRING("/ISK5", idf_visitor_heard(second));
    TEST_ASSERT_EQUAL_STRING("connected connected ", told);
}

static void test_a_closed_port_takes_nobody_and_sends_nothing(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_sockets_init(happened));
    p1_sockets_send(bytes_of("/ISK5"));
    idf_pass(1000);
    TEST_ASSERT_EQUAL(-1, idf_visit(2323));
    TEST_ASSERT_EQUAL_STRING("", told);
    TEST_ASSERT_EQUAL_STRING("", idf_calls());
}

static void test_one_too_many_is_refused_and_a_place_that_is_free_again_is_given(void)
{
    start(1);
    const int first = visit();
    const int second = visit();
    TEST_ASSERT_TRUE(idf_visitor_dropped(second));
    idf_visitor_leaves(first);
    idf_pass(100);
    TEST_ASSERT_FALSE(idf_visitor_dropped(visit()));
    TEST_ASSERT_EQUAL_STRING("connected refused gone connected ", told);
}

static void test_never_more_than_four(void)
{
    start(255);
    for (int i = 0; i < 5; i++) {
        (void)visit();
    }
    TEST_ASSERT_EQUAL_STRING("connected connected connected connected refused ", told);
}

static void test_what_clients_send_is_dropped(void)
{
    start(1);
    const int visitor = visit();
    idf_visitor_talks(visitor);
    idf_pass(1000);
    TEST_ASSERT_FALSE(idf_visitor_dropped(visitor));
    TEST_ASSERT_EQUAL_STRING("connected ", told);
}

static void test_a_client_that_takes_no_more_is_dropped_and_the_others_are_not(void)
{
    start(2);
    const int quick = visit();
    const int slow = visit();
    idf_visitor_room(slow, 4);
    p1_sockets_send(bytes_of("/ISK5"));
    idf_pass(100);
    TEST_ASSERT_TRUE(idf_visitor_dropped(slow));
    TEST_ASSERT_FALSE(idf_visitor_dropped(quick));
    TEST_ASSERT_EQUAL_STRING("connected connected slow ", told);
    p1_sockets_send(bytes_of("/ISK5"));
    TEST_ASSERT_EQUAL_STRING("/ISK5/ISK5", idf_visitor_heard(quick));
}

static void test_a_connection_that_breaks_ends(void)
{
    start(1);
    const int visitor = visit();
    idf_visitor_breaks(visitor);
    idf_pass(100);
    TEST_ASSERT_TRUE(idf_visitor_dropped(visitor));
    TEST_ASSERT_TRUE(idf_logged('W', "A client's connection broke"));
}

static void test_another_port_drops_the_clients_of_the_old_one(void)
{
    start(1);
    const int visitor = visit();
    p1_sockets_listen(2424, 1);
    idf_pass(100);
    TEST_ASSERT_TRUE(idf_visitor_dropped(visitor));
    TEST_ASSERT_EQUAL_STRING("listen 2323\nclose 2323\nlisten 2424\n", idf_calls());
    p1_sockets_listen(0, 0);
    idf_pass(100);
    TEST_ASSERT_EQUAL(-1, idf_visit(2424));
    TEST_ASSERT_EQUAL_STRING("connected ", told);
}

static void test_a_port_that_is_taken_is_told_once(void)
{
    idf_port_taken(true);
    start(1);
    idf_pass(10000);
    TEST_ASSERT_EQUAL_STRING("port-taken ", told);
    TEST_ASSERT_TRUE(idf_logged('E', "Port 2323 is taken"));
    idf_port_taken(false);
    p1_sockets_listen(2323, 1);
    idf_pass(0);
    TEST_ASSERT_EQUAL(0, visit());
}

static void everything(void)
{
    (void)p1_sockets_init(happened);
    p1_sockets_listen(2323, 1);
    idf_pass(0);
    (void)visit();
    p1_sockets_send(bytes_of("x"));
    idf_pass(1000);
}

static void test_handles_every_error_of_lwip(void)
{
    idf_fail_everywhere("p1_sockets", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_every_client_hears_a_telegram_once);
    RUN_ON_CHIP(test_a_closed_port_takes_nobody_and_sends_nothing);
    RUN_ON_CHIP(test_one_too_many_is_refused_and_a_place_that_is_free_again_is_given);
    RUN_ON_CHIP(test_never_more_than_four);
    RUN_ON_CHIP(test_what_clients_send_is_dropped);
    RUN_ON_CHIP(test_a_client_that_takes_no_more_is_dropped_and_the_others_are_not);
    RUN_ON_CHIP(test_a_connection_that_breaks_ends);
    RUN_ON_CHIP(test_another_port_drops_the_clients_of_the_old_one);
    RUN_ON_CHIP(test_a_port_that_is_taken_is_told_once);
    RUN_ON_CHIP(test_handles_every_error_of_lwip);
    return UNITY_END();
}
