/* The UDP port between the device and lwIP. */
#include <string.h>

#include "esp_log.h"
#include "idf.h"
#include "platform/datagrams.h"
#include "unity.h"
#include "visitors.h"

static uint8_t memory[8];
static const ts_span_u8 into = {.data = memory, .length = sizeof memory};

void setUp(void)
{
}

void tearDown(void)
{
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

static void test_answers_go_to_whoever_asked(void)
{
    TEST_ASSERT_TRUE(p1_datagrams_open(0xc0a80401, 53));
    TEST_ASSERT_EQUAL_STRING("bind c0a80401 53\n", idf_calls());
    TEST_ASSERT_EQUAL(0, p1_datagrams_receive(into));
    idf_datagram("one");
    idf_datagram("two");
    TEST_ASSERT_EQUAL(3, p1_datagrams_receive(into));
    TEST_ASSERT_EQUAL_MEMORY("one", memory, 3);
    p1_datagrams_answer(bytes_of("1"));
    TEST_ASSERT_EQUAL(3, p1_datagrams_receive(into));
    TEST_ASSERT_EQUAL_MEMORY("two", memory, 3);
    p1_datagrams_answer(bytes_of("2"));
    TEST_ASSERT_EQUAL(0, p1_datagrams_receive(into));
    TEST_ASSERT_EQUAL_STRING("4002 1\n4001 2\n", idf_datagram_answers());
}

static void test_a_long_one_is_cut_to_the_room_there_is(void)
{
    TEST_ASSERT_TRUE(p1_datagrams_open(0xc0a80401, 53));
    idf_datagram("a question of 25 letters.");
    TEST_ASSERT_EQUAL(sizeof memory, p1_datagrams_receive(into));
    TEST_ASSERT_EQUAL_MEMORY("a questi", memory, sizeof memory);
}

static void test_a_closed_port_gives_and_sends_nothing(void)
{
    TEST_ASSERT_EQUAL(0, p1_datagrams_receive(into));
    p1_datagrams_answer(bytes_of("1"));
    TEST_ASSERT_TRUE(p1_datagrams_open(0xc0a80401, 53));
    idf_datagram("one");
    p1_datagrams_close();
    p1_datagrams_close();
    TEST_ASSERT_EQUAL(0, p1_datagrams_receive(into));
    TEST_ASSERT_EQUAL_STRING("", idf_datagram_answers());
}

static void test_opens_again(void)
{
    TEST_ASSERT_TRUE(p1_datagrams_open(0xc0a80401, 53));
    TEST_ASSERT_TRUE(p1_datagrams_open(0xc0a80401, 53));
    idf_datagram("one");
    TEST_ASSERT_EQUAL(3, p1_datagrams_receive(into));
}

static void test_sends_to_others_whether_the_port_is_open_or_not(void)
{
    TEST_ASSERT_TRUE(p1_datagrams_send(0xc0a80105, 514, bytes_of("one")));
    TEST_ASSERT_TRUE(p1_datagrams_open(0xc0a80401, 53));
    TEST_ASSERT_TRUE(p1_datagrams_send(0xc0a80105, 515, bytes_of("two")));
    idf_datagram("question");
    TEST_ASSERT_EQUAL(8, p1_datagrams_receive(into));
    p1_datagrams_answer(bytes_of("1"));
    TEST_ASSERT_EQUAL_STRING("514 one\n515 two\n4001 1\n", idf_datagram_answers());
}

/* What is sent may be the log itself: a line about it would never end. */
static void test_what_can_not_be_sent_is_no_line_of_the_log(void)
{
    idf_fail("lwip_socket", 1, -1);
    TEST_ASSERT_FALSE(p1_datagrams_send(0xc0a80105, 514, bytes_of("one")));
    idf_fail("lwip_sendto", 1, -1);
    TEST_ASSERT_FALSE(p1_datagrams_send(0xc0a80105, 514, bytes_of("one")));
    TEST_ASSERT_FALSE(idf_logged('E', ""));
    TEST_ASSERT_FALSE(idf_logged('W', ""));
    TEST_ASSERT_TRUE(p1_datagrams_send(0xc0a80105, 514, bytes_of("two")));
    TEST_ASSERT_EQUAL_STRING("514 two\n", idf_datagram_answers());
}

static void everything(void)
{
    /* It tells its caller, in place of the log. */
    if (!p1_datagrams_send(0xc0a80105, 514, bytes_of("one"))) {
        ESP_LOGW("test", "A datagram was not sent.");
    }
    (void)p1_datagrams_open(0xc0a80401, 53);
    idf_datagram("one");
    (void)p1_datagrams_receive(into);
    p1_datagrams_answer(bytes_of("1"));
    p1_datagrams_close();
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_datagrams", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_answers_go_to_whoever_asked);
    RUN_ON_CHIP(test_a_long_one_is_cut_to_the_room_there_is);
    RUN_ON_CHIP(test_a_closed_port_gives_and_sends_nothing);
    RUN_ON_CHIP(test_opens_again);
    RUN_ON_CHIP(test_sends_to_others_whether_the_port_is_open_or_not);
    RUN_ON_CHIP(test_what_can_not_be_sent_is_no_line_of_the_log);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
