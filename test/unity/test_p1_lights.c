/* The strip of lights behind the device. */
#include "idf.h"
#include "lights.h"
#include "p1_lights.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

static void test_opens_three_lights_and_darkens_them(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_lights_init());
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("led_strip_new_rmt_device pin 7 lights 3\n", idf_calls());
    TEST_ASSERT_EQUAL(1, idf_light_refreshes());
    TEST_ASSERT_EQUAL_HEX32(0, idf_light(0));
}

static void test_shows_each_light_its_colour(void)
{
    p1_lights_init();
    p1_lights_set(0, 48, 0, 0);
    p1_lights_set(1, 2, 12, 2);
    p1_lights_set(2, 0, 0, 16);
    idf_pass(0);
    TEST_ASSERT_EQUAL_HEX32(0x300000, idf_light(0));
    TEST_ASSERT_EQUAL_HEX32(0x020c02, idf_light(1));
    TEST_ASSERT_EQUAL_HEX32(0x000010, idf_light(2));
}

static void test_writes_only_what_changed(void)
{
    p1_lights_init();
    idf_pass(0);
    p1_lights_set(0, 1, 2, 3);
    idf_pass(0);
    const unsigned before = idf_light_refreshes();
    p1_lights_set(0, 1, 2, 3);
    p1_lights_set(3, 1, 2, 3);
    idf_pass(0);
    TEST_ASSERT_EQUAL(before, idf_light_refreshes());
}

/* An emulator without RMT: its transmission never ends. */
static void test_gives_a_strip_up_that_never_answers(void)
{
    idf_lights_hang();
    p1_lights_init();
    idf_pass(500);
    p1_lights_set(0, 1, 0, 0);
    TEST_ASSERT_FALSE(idf_logged('W', "given up"));
    idf_pass(600);
    p1_lights_set(0, 2, 0, 0);
    TEST_ASSERT_TRUE(idf_logged('W', "The lights at GPIO 7 don't take their colours: they are given up."));
}

static void test_complains_once_about_a_strip_that_fails(void)
{
    p1_lights_init();
    idf_pass(0);
    idf_fail("led_strip_refresh", 1, ESP_ERR_TIMEOUT);
    p1_lights_set(0, 1, 0, 0);
    idf_pass(0);
    TEST_ASSERT_TRUE(idf_logged('W', "ESP_ERR_TIMEOUT"));
    p1_lights_set(0, 2, 0, 0);
    idf_pass(0);
    TEST_ASSERT_EQUAL_HEX32(0x020000, idf_light(0));
}

static void everything(void)
{
    (void)p1_lights_init();
    idf_pass(0);
    p1_lights_set(0, 1, 2, 3);
    idf_pass(0);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_lights", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_opens_three_lights_and_darkens_them);
    RUN_ON_CHIP(test_shows_each_light_its_colour);
    RUN_ON_CHIP(test_writes_only_what_changed);
    RUN_ON_CHIP(test_gives_a_strip_up_that_never_answers);
    RUN_ON_CHIP(test_complains_once_about_a_strip_that_fails);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
