/* What the device knows of its chip. */
#include "chip.h"
#include "gpio.h"
#include "idf.h"
#include "p1_system.h"
#include "sdkconfig.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

static void test_has_the_last_three_bytes_of_the_address_as_its_number(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_system_init());
    TEST_ASSERT_EQUAL_HEX32(0xabcdef, p1_system_chip_id());
}

static void test_reads_the_temperature(void)
{
    p1_system_init();
    idf_set_temperature(41.9f);
    TEST_ASSERT_EQUAL(41, p1_system_temperature());
    idf_set_temperature(-7.5f);
    TEST_ASSERT_EQUAL(-7, p1_system_temperature());
}

static void test_gives_a_sensor_up_that_does_not_answer(void)
{
    p1_system_init();
    idf_fail("temperature_sensor_get_celsius", 1, ESP_ERR_INVALID_STATE);
    TEST_ASSERT_EQUAL(-274, p1_system_temperature());
    TEST_ASSERT_TRUE(idf_logged('W', "The temperature can't be read: ESP_ERR_INVALID_STATE"));
    TEST_ASSERT_EQUAL(-274, p1_system_temperature());
}

static void test_says_less_than_absolute_zero_without_a_sensor(void)
{
    idf_fail("temperature_sensor_enable", 1, ESP_ERR_INVALID_STATE);
    TEST_ASSERT_EQUAL(ESP_ERR_INVALID_STATE, p1_system_init());
    TEST_ASSERT_EQUAL(-274, p1_system_temperature());
    TEST_ASSERT_EQUAL_HEX32(0xabcdef, p1_system_chip_id());
}

static void test_says_in_words_why_it_started(void)
{
    idf_set_reset_reason(ESP_RST_BROWNOUT);
    p1_system_init();
    TEST_ASSERT_TRUE(idf_logged('I', "Started, since the supply voltage was too low."));
    TEST_ASSERT_EQUAL(PLATFORM_START_REASON_BROWNOUT, p1_system_start_reason());
}

static void test_knows_every_reason(void)
{
    static const struct {
        esp_reset_reason_t idf;
        platform_start_reason_t reason;
    } reasons[] = {
        {ESP_RST_POWERON, PLATFORM_START_REASON_POWER},     {ESP_RST_EXT, PLATFORM_START_REASON_BUTTON},
        {ESP_RST_SW, PLATFORM_START_REASON_RESTART},        {ESP_RST_PANIC, PLATFORM_START_REASON_CRASH},
        {ESP_RST_INT_WDT, PLATFORM_START_REASON_WATCHDOG},  {ESP_RST_TASK_WDT, PLATFORM_START_REASON_WATCHDOG},
        {ESP_RST_WDT, PLATFORM_START_REASON_WATCHDOG},      {ESP_RST_BROWNOUT, PLATFORM_START_REASON_BROWNOUT},
        {ESP_RST_USB, PLATFORM_START_REASON_USB},           {ESP_RST_JTAG, PLATFORM_START_REASON_USB},
        {ESP_RST_DEEPSLEEP, PLATFORM_START_REASON_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        idf_set_reset_reason(reasons[i].idf);
        TEST_ASSERT_EQUAL(reasons[i].reason, p1_system_start_reason());
    }
}

static void test_reads_the_jumper_once_at_the_start(void)
{
    idf_pin_set_outside(CONFIG_P1_SYSTEM_JUMPER_PIN, 1);
    p1_system_init();
    TEST_ASSERT_EQUAL(IDF_PIN_PULLED_UP, idf_pin(CONFIG_P1_SYSTEM_JUMPER_PIN));
    TEST_ASSERT_FALSE(p1_system_jumper());
    idf_pin_set_outside(CONFIG_P1_SYSTEM_JUMPER_PIN, 0);
    TEST_ASSERT_FALSE(p1_system_jumper());
    p1_system_init();
    TEST_ASSERT_TRUE(p1_system_jumper());
}

static void test_the_button_is_what_connects_the_pin_to_ground(void)
{
    TEST_ASSERT_FALSE(p1_system_button());
    idf_pin_set_outside(CONFIG_P1_SYSTEM_BUTTON_PIN, 1);
    p1_system_init();
    TEST_ASSERT_EQUAL(IDF_PIN_PULLED_UP, idf_pin(CONFIG_P1_SYSTEM_BUTTON_PIN));
    TEST_ASSERT_FALSE(p1_system_button());
    idf_pin_set_outside(CONFIG_P1_SYSTEM_BUTTON_PIN, 0);
    TEST_ASSERT_TRUE(p1_system_button());
    idf_pin_set_outside(CONFIG_P1_SYSTEM_BUTTON_PIN, 1);
    TEST_ASSERT_FALSE(p1_system_button());
}

static void test_passes_on_chance_and_memory(void)
{
    TEST_ASSERT_EQUAL_HEX32(0x12345678, p1_system_random());
    TEST_ASSERT_EQUAL_UINT32(200000, p1_system_free_memory());
    TEST_ASSERT_EQUAL_UINT32(150000, p1_system_least_free_memory());
}

static void test_remembers_that_the_device_wants_to_restart(void)
{
    TEST_ASSERT_FALSE(p1_system_restart_wanted());
    p1_system_restart();
    TEST_ASSERT_TRUE(p1_system_restart_wanted());
}

static void everything(void)
{
    (void)p1_system_init();
    (void)p1_system_temperature();
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_system", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_has_the_last_three_bytes_of_the_address_as_its_number);
    RUN_ON_CHIP(test_reads_the_temperature);
    RUN_ON_CHIP(test_gives_a_sensor_up_that_does_not_answer);
    RUN_ON_CHIP(test_says_less_than_absolute_zero_without_a_sensor);
    RUN_ON_CHIP(test_says_in_words_why_it_started);
    RUN_ON_CHIP(test_knows_every_reason);
    RUN_ON_CHIP(test_reads_the_jumper_once_at_the_start);
    RUN_ON_CHIP(test_the_button_is_what_connects_the_pin_to_ground);
    RUN_ON_CHIP(test_passes_on_chance_and_memory);
    RUN_ON_CHIP(test_remembers_that_the_device_wants_to_restart);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
