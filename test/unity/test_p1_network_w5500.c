/* A W5500 on the SPI bus; what every wired network does is in test_p1_network_qemu.c. */
#include <string.h>

#include "idf.h"
#include "network.h"
#include "p1_network.h"
#include "unity.h"

static const ts_bytes NOTHING = {.data = (const uint8_t *)"", .length = 0};
static int ups;

void setUp(void)
{
}

void tearDown(void)
{
}

static void changed(platform_network_event_t event)
{
    ups += event == PLATFORM_NETWORK_EVENT_UP ? 1 : 0;
}

/* With a reset in between, after which the hardware is made anew. */
static void everything(void)
{
    (void)p1_network_init(changed);
    idf_dhcp_server(0xc0a80102);
    p1_network_set_address(0xc0a80709, 0xffffff00, 0xc0a80701, 0x01010101);
    p1_network_join(NOTHING, NOTHING);
    idf_pass(0);
    p1_network_reset();
    p1_network_set_address(0, 0, 0, 0);
    p1_network_join(NOTHING, NOTHING);
    idf_pass(0);
}

static void test_uses_the_pins_of_the_options_and_comes_up_again_after_a_reset(void)
{
    everything();
    TEST_ASSERT_EQUAL(2, ups);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "spi_bus_initialize 1 clock 10 mosi 3 miso 1\n"
                                             "mac w5500 select 0 interrupt -1 at 16000000 Hz\n"
                                             "phy w5500 address -1 reset -1\nmac address ends in abcdef\n"));
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_network_w5500", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_uses_the_pins_of_the_options_and_comes_up_again_after_a_reset);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
