/* The serial driver on a board with a transistor between the meter's data line and RX. */
#include <string.h>

#include "gpio.h"
#include "idf.h"
#include "p1_serial.h"
#include "sdkconfig.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

static void readable(void)
{
}

static void test_does_not_invert_what_the_board_inverts(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_serial_init(readable));
    p1_serial_start(115200, PLATFORM_FRAME_8N1, false);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "uart_set_line_inverse 1 TX\n"));
}

static void test_keeps_its_pins_for_any_cable(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_serial_init(readable));
    p1_serial_start(115200, PLATFORM_FRAME_8N1, true);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "uart_set_pin 1 tx 5 rx 4 rts -1 cts -1\n"));
    TEST_ASSERT_TRUE(idf_logged('E', "P1_SERIAL_INVERTER has a transistor before RX."));
    p1_serial_data_request(true);
    TEST_ASSERT_EQUAL(IDF_PIN_HIGH, idf_pin(CONFIG_P1_SERIAL_REQUEST_PIN));
}

static void everything(void)
{
    uint8_t bytes[1];
    (void)p1_serial_init(readable);
    p1_serial_start(115200, PLATFORM_FRAME_8N1, false);
    p1_serial_data_request(true);
    (void)p1_serial_write((ts_bytes){.data = (const uint8_t *)"x", .length = 1});
    (void)p1_serial_read(bytes, sizeof bytes);
    p1_serial_data_request(false);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_serial_inverter", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_does_not_invert_what_the_board_inverts);
    RUN_ON_CHIP(test_keeps_its_pins_for_any_cable);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
