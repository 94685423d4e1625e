/* The serial driver between the UART and the device. */
#include <string.h>

#include "gpio.h"
#include "idf.h"
#include "p1_serial.h"
#include "sdkconfig.h"
#include "uart.h"
#include "unity.h"

/* The same questions on a board that has the second reader's request line. */
#define p1_serial_reader_init wired_reader_init
#define p1_serial_requested   wired_reader_requested
#define TAG                   TAG_OF_A_WIRED_READER
#undef CONFIG_P1_SERIAL_READER_PIN
#define CONFIG_P1_SERIAL_READER_PIN 10
#include "../../components/p1_serial/reader.c"
#undef p1_serial_reader_init
#undef p1_serial_requested

static int announcements;

void setUp(void)
{
}

void tearDown(void)
{
}

static void readable(void)
{
    announcements++;
}

static void start(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_serial_init(readable));
    p1_serial_start(115200, PLATFORM_FRAME_8N1, false);
    idf_forget_calls();
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

static void test_opens_uart_1_with_both_lines_inverted(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_serial_init(readable));
    p1_serial_start(115200, PLATFORM_FRAME_8N1, false);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "uart_driver_install 1 rx 4096 tx 4096 flags 0x400\n"));
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "uart_param_config 1 115200 8N1\n"
                                             "uart_set_line_inverse 1 RX TX\n"
                                             "uart_set_pin 1 tx 5 rx 4 rts -1 cts -1\n"
                                             "uart_flush_input 1\n"));
}

static void test_changes_to_the_frame_of_dsmr_2_2(void)
{
    start();
    p1_serial_start(9600, PLATFORM_FRAME_7E1, false);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "uart_param_config 1 9600 7E1\n"));
}

static void test_hands_over_bytes_as_they_came(void)
{
    uint8_t bytes[16];
    start();
    idf_uart_receive("/ISK5\r\n", 7);
    idf_pass(0);
    TEST_ASSERT_EQUAL(1, announcements);
    TEST_ASSERT_EQUAL(4, p1_serial_read(bytes, 4));
    TEST_ASSERT_EQUAL_MEMORY("/ISK", bytes, 4);
    TEST_ASSERT_EQUAL(3, p1_serial_read(bytes, sizeof bytes));
    TEST_ASSERT_EQUAL_MEMORY("5\r\n", bytes, 3);
    TEST_ASSERT_EQUAL(0, p1_serial_read(bytes, sizeof bytes));
}

static void test_counts_what_is_wrong_with_the_line(void)
{
    start();
    TEST_ASSERT_EQUAL_UINT32(0, p1_serial_line_errors(PLATFORM_LINE_ERROR_FRAMING));
    idf_uart_event(UART_FRAME_ERR);
    idf_uart_event(UART_FRAME_ERR);
    idf_uart_event(UART_PARITY_ERR);
    idf_uart_event(UART_FIFO_OVF);
    idf_uart_event(UART_BUFFER_FULL);
    idf_uart_event(UART_BREAK);
    idf_pass(0);
    TEST_ASSERT_EQUAL_UINT32(2, p1_serial_line_errors(PLATFORM_LINE_ERROR_FRAMING));
    TEST_ASSERT_EQUAL_UINT32(1, p1_serial_line_errors(PLATFORM_LINE_ERROR_PARITY));
    TEST_ASSERT_EQUAL_UINT32(2, p1_serial_line_errors(PLATFORM_LINE_ERROR_OVERFLOW));
}

static void test_announces_bytes_once_until_they_are_read(void)
{
    uint8_t bytes[16];
    start();
    for (int i = 0; i < 100; i++) {
        idf_uart_receive("x", 1);
        idf_pass(1);
    }
    TEST_ASSERT_EQUAL(1, announcements);
    p1_serial_read(bytes, sizeof bytes);
    idf_uart_receive("x", 1);
    idf_pass(0);
    TEST_ASSERT_EQUAL(2, announcements);
}

static void test_keeps_4096_bytes_for_a_device_that_is_busy(void)
{
    static uint8_t sent[4096];
    static uint8_t bytes[5000];
    for (size_t i = 0; i < sizeof sent; i++) {
        sent[i] = (uint8_t)(i * 7);
    }
    start();
    idf_uart_receive(sent, sizeof sent);
    idf_pass(1000);
    TEST_ASSERT_EQUAL(sizeof sent, p1_serial_read(bytes, sizeof bytes));
    TEST_ASSERT_EQUAL_MEMORY(sent, bytes, sizeof sent);
    TEST_ASSERT_FALSE(idf_logged('W', ""));
}

static void test_says_when_bytes_were_lost_and_goes_on(void)
{
    static uint8_t bytes[5000];
    start();
    idf_uart_receive(bytes, sizeof bytes);
    idf_pass(0);
    TEST_ASSERT_TRUE(idf_logged('W', "Bytes from the meter were lost"));
    TEST_ASSERT_EQUAL(4096, p1_serial_read(bytes, sizeof bytes));
    idf_uart_receive("/", 1);
    idf_pass(0);
    TEST_ASSERT_EQUAL(1, p1_serial_read(bytes, sizeof bytes));
}

static void test_sends_all_or_nothing(void)
{
    const uint8_t *sent = NULL;
    start();
    idf_uart_set_tx_free(5);
    TEST_ASSERT_FALSE(p1_serial_write(bytes_of("/ISK5\r\n")));
    TEST_ASSERT_EQUAL(0, idf_uart_sent(&sent));
    idf_uart_set_tx_free(7);
    TEST_ASSERT_TRUE(p1_serial_write(bytes_of("/ISK5\r\n")));
    TEST_ASSERT_EQUAL(7, idf_uart_sent(&sent));
    TEST_ASSERT_EQUAL_MEMORY("/ISK5\r\n", sent, 7);
}

/* DSMR 5.0.2 P1, 5.7.1: the line is never pulled to ground. */
static void test_asks_for_data_with_high_and_stops_with_high_impedance(void)
{
    start();
    TEST_ASSERT_EQUAL(IDF_PIN_FLOATING, idf_pin(CONFIG_P1_SERIAL_REQUEST_PIN));
    p1_serial_data_request(true);
    TEST_ASSERT_EQUAL_STRING("gpio_set_level 6 1\ngpio_set_direction 6 2\n", idf_calls());
    TEST_ASSERT_EQUAL(IDF_PIN_HIGH, idf_pin(CONFIG_P1_SERIAL_REQUEST_PIN));
    p1_serial_data_request(false);
    TEST_ASSERT_EQUAL(IDF_PIN_FLOATING, idf_pin(CONFIG_P1_SERIAL_REQUEST_PIN));
}

/* The pin that asked becomes the one that listens, and was let go before. */
static void test_exchanges_its_pins_for_a_cross_cable(void)
{
    start();
    p1_serial_data_request(true);
    idf_forget_calls();
    p1_serial_start(115200, PLATFORM_FRAME_8N1, true);
    const char *released = strstr(idf_calls(), "gpio_set_direction 6 0\n");
    const char *moved = strstr(idf_calls(), "uart_set_pin 1 tx 5 rx 6 rts -1 cts -1\n");
    TEST_ASSERT_NOT_NULL(released);
    TEST_ASSERT_NOT_NULL(moved);
    TEST_ASSERT_TRUE(released < moved);
    TEST_ASSERT_NOT_EQUAL(IDF_PIN_HIGH, idf_pin(CONFIG_P1_SERIAL_RX_PIN));
    p1_serial_data_request(true);
    TEST_ASSERT_EQUAL(IDF_PIN_HIGH, idf_pin(CONFIG_P1_SERIAL_RX_PIN));
    TEST_ASSERT_EQUAL(IDF_PIN_FLOATING, idf_pin(CONFIG_P1_SERIAL_REQUEST_PIN));
    p1_serial_start(115200, PLATFORM_FRAME_8N1, false);
    TEST_ASSERT_EQUAL(IDF_PIN_FLOATING, idf_pin(CONFIG_P1_SERIAL_RX_PIN));
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "uart_set_pin 1 tx 5 rx 4 rts -1 cts -1\n"));
}

static void test_a_reader_that_is_not_wired_always_asks(void)
{
    start();
    TEST_ASSERT_TRUE(p1_serial_requested());
}

static void test_a_wired_reader_asks_while_its_line_is_high(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, wired_reader_init());
    TEST_ASSERT_EQUAL(IDF_PIN_PULLED_DOWN, idf_pin(10));
    TEST_ASSERT_FALSE(wired_reader_requested());
    idf_pin_set_outside(10, 1);
    TEST_ASSERT_TRUE(wired_reader_requested());
}

static void test_a_pin_that_can_not_be_read_is_said(void)
{
    idf_fail("gpio_set_pull_mode", 1, ESP_FAIL);
    TEST_ASSERT_EQUAL(ESP_FAIL, wired_reader_init());
    TEST_ASSERT_TRUE(idf_logged('E', "GPIO 10 can't be pulled down"));
    idf_fail("gpio_set_direction", 1, ESP_FAIL);
    TEST_ASSERT_EQUAL(ESP_FAIL, wired_reader_init());
    TEST_ASSERT_TRUE(idf_logged('E', "GPIO 10 is no input"));
}

static void everything(void)
{
    uint8_t bytes[16];
    (void)p1_serial_init(readable);
    p1_serial_start(9600, PLATFORM_FRAME_7E1, false);
    p1_serial_data_request(true);
    (void)p1_serial_write(bytes_of("x"));
    (void)p1_serial_read(bytes, sizeof bytes);
    p1_serial_data_request(false);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_serial", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_opens_uart_1_with_both_lines_inverted);
    RUN_ON_CHIP(test_changes_to_the_frame_of_dsmr_2_2);
    RUN_ON_CHIP(test_hands_over_bytes_as_they_came);
    RUN_ON_CHIP(test_counts_what_is_wrong_with_the_line);
    RUN_ON_CHIP(test_announces_bytes_once_until_they_are_read);
    RUN_ON_CHIP(test_keeps_4096_bytes_for_a_device_that_is_busy);
    RUN_ON_CHIP(test_says_when_bytes_were_lost_and_goes_on);
    RUN_ON_CHIP(test_sends_all_or_nothing);
    RUN_ON_CHIP(test_asks_for_data_with_high_and_stops_with_high_impedance);
    RUN_ON_CHIP(test_exchanges_its_pins_for_a_cross_cable);
    RUN_ON_CHIP(test_a_reader_that_is_not_wired_always_asks);
    RUN_ON_CHIP(test_a_wired_reader_asks_while_its_line_is_high);
    RUN_ON_CHIP(test_a_pin_that_can_not_be_read_is_said);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
