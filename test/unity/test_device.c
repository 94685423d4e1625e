/* The generated device between its drivers: bytes in, messages out. */

#include <string.h>

#include "device.h"
#include "platform.h"
#include "program.h"
#include "unity.h"

#define FIRST_LINES "1-0:1.8.1(000306.946*kWh)\r\n1-0:1.7.0(00.100*kW)\r\n"
#define NEXT_LINES  "1-0:1.8.1(000306.946*kWh)\r\n1-0:1.7.0(00.250*kW)\r\n"

static char telegram[4096];

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

static settings_setting_result_t configure(const char *name, const char *value)
{
    return device_configure(bytes_of(name), bytes_of(value));
}

/* Lets time pass, a tenth of a second at a time, as the drivers do. */
static void pass(uint32_t milliseconds)
{
    for (uint32_t waited = 0; waited < milliseconds; waited += 100) {
        platform.now += 100;
        device_on_tick();
    }
}

static void receive(const char *lines)
{
    const size_t length = platform_telegram(telegram, sizeof telegram, lines);
    platform_feed(device_on_serial, telegram, length, 100);
}

static size_t messages_with(const char *topic)
{
    size_t count = 0;
    for (size_t i = 0; i < platform.message_count; i++) {
        count += strcmp(platform.messages[i].topic, topic) == 0 ? 1 : 0;
    }
    return count;
}

/* A device with a network and a broker, as after its first seconds. */
void setUp(void)
{
    platform_power_up(p1_init_device);
    TEST_ASSERT_EQUAL(SETTINGS_SETTING_RESULT_OK, configure("broker_host", "broker"));
    TEST_ASSERT_EQUAL(SETTINGS_SETTING_RESULT_OK, configure("root_topic", "meter"));
    TEST_ASSERT_EQUAL(SETTINGS_SETTING_RESULT_OK, configure("interval_min", "60"));
    TEST_ASSERT_EQUAL(SETTINGS_SETTING_RESULT_OK, configure("interval_power", "60"));
    TEST_ASSERT_EQUAL(SETTINGS_SETTING_RESULT_OK, configure("discovery", "off"));
    TEST_ASSERT_EQUAL(SETTINGS_SETTING_RESULT_OK, configure("simulator", "off"));
    device_start();
    device_on_network(PLATFORM_NETWORK_EVENT_UP);
    pass(100);
    TEST_ASSERT_EQUAL(1, platform.connects);
    device_on_broker(PLATFORM_BROKER_EVENT_CONNECTED);
    pass(100);
    platform.message_count = 0;
}

void tearDown(void)
{
}

static void test_publishes_the_first_telegram_at_once(void)
{
    receive(FIRST_LINES);
    pass(100);
    TEST_ASSERT_EQUAL_STRING("306.946", platform_payload("meter/total/consumption_low_tariff_kWh"));
    TEST_ASSERT_EQUAL_STRING("0.100", platform_payload("meter/instant/consumption_kW"));
}

static void test_publishes_nothing_of_a_telegram_with_a_wrong_crc(void)
{
    const size_t length = platform_telegram(telegram, sizeof telegram, FIRST_LINES);
    telegram[length - 3] = telegram[length - 3] == '0' ? '1' : '0';
    platform_feed(device_on_serial, telegram, length, 0);
    pass(1000);
    TEST_ASSERT_NULL(platform_payload("meter/instant/consumption_kW"));
    TEST_ASSERT_EQUAL(1, device_counter(COUNTS_COUNTER_ERRORS));
    TEST_ASSERT_EQUAL(0, device_counter(COUNTS_COUNTER_RECEIVED));
}

static void test_waits_a_minute_and_then_sends_what_changed(void)
{
    receive(FIRST_LINES);
    pass(10000);
    receive(NEXT_LINES);
    pass(40000);
    TEST_ASSERT_EQUAL_STRING("0.100", platform_payload("meter/instant/consumption_kW"));
    pass(11000);
    TEST_ASSERT_EQUAL_STRING("0.250", platform_payload("meter/instant/consumption_kW"));
    TEST_ASSERT_EQUAL(1, messages_with("meter/total/consumption_low_tariff_kWh"));
}

static void test_keeps_readings_for_a_broker_that_is_away_and_sends_all_when_it_is_back(void)
{
    receive(FIRST_LINES);
    pass(1000);
    device_on_broker(PLATFORM_BROKER_EVENT_LOST);
    platform.message_count = 0;
    receive(NEXT_LINES);
    pass(3600000);
    TEST_ASSERT_EQUAL(0, platform.message_count);
    device_on_broker(PLATFORM_BROKER_EVENT_CONNECTED);
    pass(1000);
    TEST_ASSERT_EQUAL_STRING("0.250", platform_payload("meter/instant/consumption_kW"));
    TEST_ASSERT_EQUAL_STRING("306.946", platform_payload("meter/total/consumption_low_tariff_kWh"));
}

static void test_goes_on_where_a_full_broker_stopped_it(void)
{
    platform.room = 1;
    receive(FIRST_LINES);
    pass(1000);
    TEST_ASSERT_EQUAL(1, platform.message_count);
    platform.room = SIZE_MAX;
    pass(1000);
    TEST_ASSERT_EQUAL(1, messages_with("meter/total/consumption_low_tariff_kWh"));
    TEST_ASSERT_EQUAL(1, messages_with("meter/instant/consumption_kW"));
}

static void test_says_online_and_leaves_offline_as_its_will(void)
{
    TEST_ASSERT_EQUAL_STRING("meter/availability/device", platform.will.topic);
    TEST_ASSERT_EQUAL_STRING("offline", platform.will.payload);
    device_on_broker(PLATFORM_BROKER_EVENT_LOST);
    pass(10000);
    device_on_broker(PLATFORM_BROKER_EVENT_CONNECTED);
    TEST_ASSERT_EQUAL_STRING("online", platform_payload("meter/availability/device"));
    device_stop();
    TEST_ASSERT_EQUAL_STRING("offline", platform_payload("meter/availability/device"));
}

static void test_sends_everything_again_when_told(void)
{
    receive(FIRST_LINES);
    device_on_message(bytes_of("meter/command"), bytes_of("resend"), true);
    TEST_ASSERT_EQUAL(1, messages_with("meter/instant/consumption_kW"));
    device_on_message(bytes_of("meter/command"), bytes_of("resend"), false);
    TEST_ASSERT_EQUAL(2, messages_with("meter/instant/consumption_kW"));
}

/* They are told at the start; help has a line for each of them, with its meaning behind some spaces, but not for
 * itself. */
static void test_offers_the_console_the_commands_that_help_names(void)
{
    char named[256] = "";
    device_on_console(bytes_of("help"));
    for (char *line = strtok(platform.console, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        const bool is_command = strstr(line, "  ") != NULL;
        line[strcspn(line, " ")] = '\0';
        if (is_command && strstr(named, line) == NULL) {
            (void)strcat(strcat(named, line), " ");
        }
    }
    TEST_ASSERT_EQUAL_STRING(platform.commands, strcat(named, "help"));
}

static void test_refuses_settings_that_it_does_not_have_or_allow(void)
{
    TEST_ASSERT_EQUAL(SETTINGS_SETTING_RESULT_UNKNOWN_NAME, configure("no_such_setting", "1"));
    TEST_ASSERT_EQUAL(SETTINGS_SETTING_RESULT_NOT_ALLOWED, configure("broker_port", "65536"));
    TEST_ASSERT_EQUAL(SETTINGS_SETTING_RESULT_NOT_ALLOWED, configure("broker_port", ""));
}

int main(void)
{
    UNITY_BEGIN();
    RUN_TEST(test_publishes_the_first_telegram_at_once);
    RUN_TEST(test_publishes_nothing_of_a_telegram_with_a_wrong_crc);
    RUN_TEST(test_waits_a_minute_and_then_sends_what_changed);
    RUN_TEST(test_keeps_readings_for_a_broker_that_is_away_and_sends_all_when_it_is_back);
    RUN_TEST(test_goes_on_where_a_full_broker_stopped_it);
    RUN_TEST(test_says_online_and_leaves_offline_as_its_will);
    RUN_TEST(test_sends_everything_again_when_told);
    RUN_TEST(test_offers_the_console_the_commands_that_help_names);
    RUN_TEST(test_refuses_settings_that_it_does_not_have_or_allow);
    return UNITY_END();
}
