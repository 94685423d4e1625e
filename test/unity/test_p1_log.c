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
    const ts_span_u8 room = {.data = (uint8_t *)kept, .length = P1_LOG_SIZE};
    kept[p1_log_read(p1_log_oldest(), room)] = '\0';
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

static void test_gives_no_more_than_there_is_room_for_and_goes_on_behind_it(void)
{
    char few[5] = "....";
    const ts_span_u8 room = {.data = (uint8_t *)few, .length = 4};
    p1_log_init();
    const uint32_t start = p1_log_oldest();
    ESP_LOGI("tag", "text");
    TEST_ASSERT_EQUAL(4, p1_log_read(start, room));
    TEST_ASSERT_EQUAL_STRING("I (0", few);
    TEST_ASSERT_EQUAL(4, p1_log_read(start + 4, room));
    TEST_ASSERT_EQUAL_STRING(") ta", few);
    TEST_ASSERT_EQUAL(1, p1_log_read(start + 15, room));
    TEST_ASSERT_EQUAL(0, p1_log_read(start + 16, room));
}

static void test_skips_what_was_overwritten(void)
{
    p1_log_init();
    for (int i = 0; i < 1000; i++) {
        ESP_LOGI("count", "line %d", i);
    }
    char few[5] = "....";
    char oldest[5] = "....";
    TEST_ASSERT_TRUE(p1_log_oldest() > 0);
    TEST_ASSERT_EQUAL(4, p1_log_read(0, (ts_span_u8){.data = (uint8_t *)few, .length = 4}));
    TEST_ASSERT_EQUAL(4, p1_log_read(p1_log_oldest(), (ts_span_u8){.data = (uint8_t *)oldest, .length = 4}));
    TEST_ASSERT_EQUAL_STRING(oldest, few);
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
    RUN_ON_CHIP(test_gives_no_more_than_there_is_room_for_and_goes_on_behind_it);
    RUN_ON_CHIP(test_skips_what_was_overwritten);
    RUN_ON_CHIP(test_cuts_a_line_that_is_too_long_and_still_ends_it);
    return UNITY_END();
}
