/* The log and its ring. */
#include <stdio.h>
#include <string.h>

#include "esp_log.h"
#include "idf.h"
#include "p1_log.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

/* What the ring holds, as a text. */
static char kept[P1_LOG_SIZE + 1];

static const char *read_all(void)
{
    kept[p1_log_read(kept, P1_LOG_SIZE)] = '\0';
    return kept;
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

static void test_writes_each_level_as_esp_idf_does(void)
{
    p1_log_write(PLATFORM_LEVEL_ERROR, bytes_of("one"));
    p1_log_write(PLATFORM_LEVEL_WARNING, bytes_of("two"));
    p1_log_write(PLATFORM_LEVEL_INFO, bytes_of("three"));
    p1_log_write(PLATFORM_LEVEL_DEBUG, bytes_of("four"));
    TEST_ASSERT_TRUE(idf_logged('E', "p1: one"));
    TEST_ASSERT_TRUE(idf_logged('W', "p1: two"));
    TEST_ASSERT_TRUE(idf_logged('I', "p1: three"));
    TEST_ASSERT_TRUE(idf_logged('D', "p1: four"));
}

static void test_writes_no_more_than_the_bytes_it_is_lent(void)
{
    const char *text = "lent and not lent";
    p1_log_write(PLATFORM_LEVEL_INFO, (ts_bytes){.data = (const uint8_t *)text, .length = 4});
    TEST_ASSERT_TRUE(idf_logged('I', "p1: lent"));
    TEST_ASSERT_FALSE(idf_logged('I', "and not"));
}

static void test_keeps_what_esp_idf_and_the_device_say(void)
{
    p1_log_init();
    TEST_ASSERT_EQUAL_STRING("", read_all());
    ESP_LOGW("wifi", "weak: %d dBm", -90);
    p1_log_write(PLATFORM_LEVEL_INFO, bytes_of("Telegrams arrive."));
    TEST_ASSERT_EQUAL_STRING("W (0) wifi: weak: -90 dBm\nI (0) p1: Telegrams arrive.\n", read_all());
}

static void test_keeps_the_newest_when_it_is_full(void)
{
    p1_log_init();
    for (int i = 0; i < 1000; i++) {
        ESP_LOGI("count", "line %d", i);
    }
    TEST_ASSERT_EQUAL(P1_LOG_SIZE, strlen(read_all()));
    const char *last = "I (0) count: line 998\nI (0) count: line 999\n";
    TEST_ASSERT_EQUAL_STRING(last, kept + P1_LOG_SIZE - strlen(last));
    TEST_ASSERT_NULL(strstr(kept, "line 1\n"));
}

static void test_gives_no_more_than_there_is_room_for(void)
{
    char few[5] = "....";
    p1_log_init();
    ESP_LOGI("tag", "text");
    TEST_ASSERT_EQUAL(4, p1_log_read(few, 4));
    TEST_ASSERT_EQUAL_STRING("I (0", few);
}

static void test_cuts_a_line_that_is_too_long_and_still_ends_it(void)
{
    char text[400];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    p1_log_init();
    ESP_LOGI("tag", "%s", text);
    ESP_LOGI("tag", "next");
    const char *end = strchr(read_all(), '\n');
    TEST_ASSERT_NOT_NULL(end);
    TEST_ASSERT_EQUAL(190, end - kept);
    TEST_ASSERT_EQUAL_STRING("\nI (0) tag: next\n", end);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_writes_each_level_as_esp_idf_does);
    RUN_ON_CHIP(test_writes_no_more_than_the_bytes_it_is_lent);
    RUN_ON_CHIP(test_keeps_what_esp_idf_and_the_device_say);
    RUN_ON_CHIP(test_keeps_the_newest_when_it_is_full);
    RUN_ON_CHIP(test_gives_no_more_than_there_is_room_for);
    RUN_ON_CHIP(test_cuts_a_line_that_is_too_long_and_still_ends_it);
    return UNITY_END();
}
