/* The names driver between the device and mDNS. */
#include <stdio.h>
#include <string.h>

#include "idf.h"
#include "neighbour.h"
#include "p1_names.h"
#include "unity.h"

static char told[256];

void setUp(void)
{
}

void tearDown(void)
{
}

static void answered(platform_names_event_t event, uint32_t address)
{
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "%s %08x\n",
                   event == PLATFORM_NAMES_EVENT_FOUND ? "found" : "not-found", (unsigned)address);
}

static void start(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_names_init(answered));
    idf_forget_calls();
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

static void test_announces_the_device_and_its_page(void)
{
    start();
    p1_names_announce(bytes_of("p1_meter"));
    p1_names_offer(bytes_of("_http"), 80, bytes_of(""));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("mdns_hostname_set p1_meter\nmdns_service_add _http _tcp 80\n", idf_calls());
}

static void test_a_service_that_is_offered_again_has_a_new_port(void)
{
    start();
    p1_names_offer(bytes_of("_http"), 80, bytes_of(""));
    p1_names_offer(bytes_of("_http"), 8080, bytes_of(""));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("mdns_service_add _http _tcp 80\nmdns_service_port_set _http _tcp 8080\n", idf_calls());
}

static void test_a_service_tells_of_itself_until_it_is_taken_back(void)
{
    start();
    p1_names_offer(bytes_of("_http"), 80, bytes_of(""));
    p1_names_offer(bytes_of("_hwenergy"), 80, bytes_of("path=/api/v1\nproduct_name=P1 = meter\nnonsense\n"));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("mdns_service_add _http _tcp 80\nmdns_service_add _hwenergy _tcp 80\n"
                             "  path=/api/v1\n  product_name=P1 = meter\n",
                             idf_calls());
    idf_forget_calls();
    p1_names_offer(bytes_of("_hwenergy"), 8080, bytes_of("path=/api/v1\n"));
    p1_names_offer(bytes_of("_hwenergy"), 0, bytes_of(""));
    p1_names_offer(bytes_of("_hwenergy"), 0, bytes_of(""));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("mdns_service_port_set _hwenergy _tcp 8080\nmdns_service_txt_set _hwenergy _tcp\n"
                             "  path=/api/v1\nmdns_service_remove _hwenergy _tcp\n",
                             idf_calls());
}

static void test_more_records_than_there_is_room_for_are_cut(void)
{
    char lines[400] = "";
    start();
    for (int i = 0; i < 60; i++) {
        strcat(lines, "a=b\n");
    }
    p1_names_offer(bytes_of("_hwenergy"), 80, bytes_of(lines));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING(
        "mdns_service_add _hwenergy _tcp 80\n  a=b\n  a=b\n  a=b\n  a=b\n  a=b\n  a=b\n  a=b\n  a=b\n", idf_calls());
}

static void test_finds_a_neighbour(void)
{
    idf_mdns_neighbour("broker", 0xc0a80709);
    start();
    p1_names_look_up(bytes_of("broker"));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("found c0a80709\n", told);
}

static void test_says_when_nobody_answers_and_only_to_the_newest_question(void)
{
    idf_mdns_neighbour("broker", 0xc0a80709);
    start();
    p1_names_look_up(bytes_of("nobody"));
    idf_pass(1000);
    TEST_ASSERT_EQUAL_STRING("", told);
    idf_pass(1000);
    TEST_ASSERT_EQUAL_STRING("not-found 00000000\n", told);
    told[0] = '\0';
    p1_names_look_up(bytes_of("nobody"));
    p1_names_look_up(bytes_of("broker"));
    idf_pass(5000);
    TEST_ASSERT_EQUAL_STRING("found c0a80709\n", told);
}

static void test_a_name_that_is_too_long_is_cut_and_too_many_calls_are_told(void)
{
    start();
    for (int i = 0; i < 10; i++) {
        p1_names_look_up(bytes_of("a-name-that-is-longer-than-the-63-bytes-that-a-label-of-a-name-in-dns-has"));
    }
    idf_pass(30000);
    TEST_ASSERT_TRUE(idf_logged('E', "Too many calls wait for mDNS"));
    TEST_ASSERT_NOT_NULL(strstr(told, "not-found"));
}

static void test_without_mdns_every_question_is_answered(void)
{
    idf_fail("mdns_init", 1, ESP_ERR_NO_MEM);
    TEST_ASSERT_EQUAL(ESP_ERR_NO_MEM, p1_names_init(answered));
    TEST_ASSERT_TRUE(idf_logged('E', "mDNS does not start"));
    p1_names_announce(bytes_of("p1_meter"));
    p1_names_look_up(bytes_of("broker"));
    idf_pass(5000);
    TEST_ASSERT_EQUAL_STRING("not-found 00000000\n", told);
    TEST_ASSERT_EQUAL_STRING("", idf_calls());
}

static void everything(void)
{
    idf_mdns_neighbour("broker", 1);
    (void)p1_names_init(answered);
    p1_names_announce(bytes_of("p1_meter"));
    p1_names_offer(bytes_of("_http"), 80, bytes_of(""));
    p1_names_offer(bytes_of("_http"), 8080, bytes_of("path=/\n"));
    p1_names_offer(bytes_of("_http"), 0, bytes_of(""));
    idf_pass(0);
    p1_names_look_up(bytes_of("broker"));
    idf_pass(5000);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_names", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_announces_the_device_and_its_page);
    RUN_ON_CHIP(test_a_service_that_is_offered_again_has_a_new_port);
    RUN_ON_CHIP(test_a_service_tells_of_itself_until_it_is_taken_back);
    RUN_ON_CHIP(test_more_records_than_there_is_room_for_are_cut);
    RUN_ON_CHIP(test_finds_a_neighbour);
    RUN_ON_CHIP(test_says_when_nobody_answers_and_only_to_the_newest_question);
    RUN_ON_CHIP(test_a_name_that_is_too_long_is_cut_and_too_many_calls_are_told);
    RUN_ON_CHIP(test_without_mdns_every_question_is_answered);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
