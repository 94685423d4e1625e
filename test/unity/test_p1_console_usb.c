/* The driver of the serial console, at the chip's own USB port. */
#include <stdio.h>
#include <string.h>

#include "idf.h"
#include "p1_console.h"
#include "unity.h"
#include "usb_serial_jtag.h"

static char lines[256];

void setUp(void)
{
}

void tearDown(void)
{
}

static void typed(ts_bytes line)
{
    (void)snprintf(lines + strlen(lines), sizeof lines - strlen(lines), "[%.*s]", (int)line.length,
                   (const char *)line.data);
    p1_console_done();
}

/* What the terminal shows is no concern here, and not among what Unity says. */
static FILE *without_screen(void)
{
    FILE *report = stdout;
    stdout = fopen("/dev/null", "w");
    return report;
}

static void with_screen(FILE *report)
{
    (void)fclose(stdout);
    stdout = report;
}

static void test_a_line_comes_to_the_device(void)
{
    FILE *report = without_screen();
    TEST_ASSERT_EQUAL(ESP_OK, p1_console_init(typed));
    TEST_ASSERT_EQUAL_STRING("usb_serial_jtag_driver_install rx 256\nusb_serial_jtag_vfs_use_driver\n", idf_calls());
    p1_console_listen((ts_bytes){.data = (const uint8_t *)"status", .length = 6});
    idf_usb_type("status\r\nbroker\r\n");
    idf_pass(10);
    with_screen(report);
    TEST_ASSERT_EQUAL_STRING("[status][broker]", lines);
}

static void test_a_packet_that_the_computer_does_not_take_is_lost(void)
{
    static const uint8_t packet[200];
    FILE *report = without_screen();
    TEST_ASSERT_EQUAL(ESP_OK, p1_console_init(typed));
    p1_console_send((ts_bytes){.data = packet, .length = sizeof packet});
    TEST_ASSERT_FALSE(idf_logged('W', "A packet for a program at the console is lost: nobody takes it."));
    p1_console_send((ts_bytes){.data = packet, .length = sizeof packet});
    TEST_ASSERT_TRUE(idf_logged('W', "A packet for a program at the console is lost: nobody takes it."));
    with_screen(report);
}

static void everything(void)
{
    FILE *report = without_screen();
    if (p1_console_init(typed) == ESP_OK) {
        p1_console_listen((ts_bytes){.data = (const uint8_t *)"status", .length = 6});
        idf_usb_type("status\r");
        idf_pass(20000);
        p1_console_write((ts_bytes){.data = (const uint8_t *)"x", .length = 1});
        p1_console_send((ts_bytes){.data = (const uint8_t *)"x", .length = 1});
    }
    with_screen(report);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_console_usb", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_a_line_comes_to_the_device);
    RUN_ON_CHIP(test_a_packet_that_the_computer_does_not_take_is_lost);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
