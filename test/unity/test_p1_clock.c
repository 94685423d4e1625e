/* The time that the device is told. */
#include <string.h>
#include <time.h>

#include "idf.h"
#include "p1_clock.h"
#include "sntp.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

static void test_counts_milliseconds_from_the_start(void)
{
    const uint32_t before = p1_clock_millis();
    idf_pass(1234);
    TEST_ASSERT_EQUAL_UINT32(1234, p1_clock_millis() - before);
}

static void test_goes_round_after_2_to_the_32(void)
{
    for (int i = 0; i < 2; i++) {
        idf_pass(UINT32_C(0x80000000));
    }
    TEST_ASSERT_EQUAL_UINT32(0, p1_clock_millis());
}

/* Without battery the chip's clock begins in 1970, which would be a wrong time, not an unknown one. */
static void test_has_no_time_of_day_before_the_server_told_it(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_clock_init());
    TEST_ASSERT_EQUAL_STRING("esp_netif_sntp_init pool.ntp.org\n", idf_calls());
    TEST_ASSERT_EQUAL_INT64(0, p1_clock_utc());
    idf_sntp_synchronise();
    TEST_ASSERT_INT64_WITHIN(60, (int64_t)time(NULL), p1_clock_utc());
    TEST_ASSERT_TRUE(idf_logged('I', "The time is known, from pool.ntp.org."));
}

static ts_bytes text(const char *words)
{
    return (ts_bytes){(const uint8_t *)words, (uint32_t)strlen(words)};
}

static void test_asks_the_server_that_the_settings_name(void)
{
    p1_clock_init();
    p1_clock_synchronise(text("pool.ntp.org"), text("CET-1CEST,M3.5.0,M10.5.0/3"));
    TEST_ASSERT_EQUAL_STRING("esp_netif_sntp_init pool.ntp.org\n", idf_calls());
    char lent[] = "router.home";
    p1_clock_synchronise(text(lent), text("CET-1CEST,M3.5.0,M10.5.0/3"));
    memset(lent, 'x', sizeof lent - 1);
    idf_sntp_synchronise();
    TEST_ASSERT_TRUE(idf_logged('I', "The time is known, from router.home."));
}

static void test_has_local_time_in_the_zone_that_the_settings_name(void)
{
    const time_t summer = 1782000000; /* 2026-06-21 00:00:00 UTC */
    p1_clock_synchronise(text("pool.ntp.org"), text("CET-1CEST,M3.5.0,M10.5.0/3"));
    TEST_ASSERT_EQUAL(2, localtime(&summer)->tm_hour);
    p1_clock_synchronise(text("pool.ntp.org"), text("EET-2EEST,M3.5.0/3,M10.5.0/4"));
    TEST_ASSERT_EQUAL(3, localtime(&summer)->tm_hour);
}

static void test_has_the_meters_time_until_the_server_told_it(void)
{
    p1_clock_assume(1782000000);
    TEST_ASSERT_EQUAL_STRING("settimeofday 1782000000\n", idf_calls());
    TEST_ASSERT_NOT_EQUAL(0, p1_clock_utc());
    TEST_ASSERT_TRUE(idf_logged('I', "The time is the meter's, until pool.ntp.org tells it."));
    p1_clock_init();
    idf_sntp_synchronise();
    TEST_ASSERT_TRUE(idf_logged('I', "The time is known, from pool.ntp.org."));
}

static void test_keeps_the_time_that_a_server_told(void)
{
    p1_clock_init();
    idf_sntp_synchronise();
    p1_clock_assume(1782000000);
    TEST_ASSERT_EQUAL_STRING("esp_netif_sntp_init pool.ntp.org\n", idf_calls());
}

static void test_has_no_time_where_the_clock_can_not_be_set(void)
{
    idf_fail("idf_settimeofday", 1, ESP_FAIL);
    p1_clock_assume(1782000000);
    TEST_ASSERT_EQUAL_INT64(0, p1_clock_utc());
    TEST_ASSERT_TRUE(idf_logged('E', "The chip's clock can't be set by the meter's"));
}

static void everything(void)
{
    (void)p1_clock_init();
    p1_clock_synchronise(text("another"), text("UTC0"));
    p1_clock_assume(1782000000);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_clock", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_counts_milliseconds_from_the_start);
    RUN_ON_CHIP(test_goes_round_after_2_to_the_32);
    RUN_ON_CHIP(test_has_no_time_of_day_before_the_server_told_it);
    RUN_ON_CHIP(test_asks_the_server_that_the_settings_name);
    RUN_ON_CHIP(test_has_local_time_in_the_zone_that_the_settings_name);
    RUN_ON_CHIP(test_has_the_meters_time_until_the_server_told_it);
    RUN_ON_CHIP(test_keeps_the_time_that_a_server_told);
    RUN_ON_CHIP(test_has_no_time_where_the_clock_can_not_be_set);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
