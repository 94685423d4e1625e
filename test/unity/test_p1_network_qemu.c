/* The network driver between the device and ESP-IDF's stack, with the simplest hardware there is. */
#include <stdio.h>
#include <string.h>

#include "idf.h"
#include "network.h"
#include "p1_network.h"
#include "unity.h"

static const char *const NAMES[] = {"up",      "down",     "wrong-password", "not-found",
                                    "refused", "no-cable", "no-address",     "scanned"};
static char told[256];

void setUp(void)
{
}

void tearDown(void)
{
}

static void changed(platform_network_event_t event)
{
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "%s %08x\n", NAMES[event],
                   (unsigned)p1_network_address());
}

static const ts_bytes NOTHING = {.data = (const uint8_t *)"", .length = 0};

static void start(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_network_init(changed));
    idf_dhcp_server(0xc0a80102);
    p1_network_set_host_name((ts_bytes){.data = (const uint8_t *)"p1-meter", .length = 8});
}

static void join(void)
{
    p1_network_join(NOTHING, NOTHING);
    idf_pass(0);
}

static void test_joins_by_dhcp_with_its_host_name(void)
{
    start();
    TEST_ASSERT_EQUAL(PLATFORM_NETWORK_KIND_WIRED, p1_network_kind());
    TEST_ASSERT_EQUAL(0, p1_network_address());
    join();
    TEST_ASSERT_EQUAL_STRING("up c0a80102\n", told);
    TEST_ASSERT_EQUAL_STRING("mac openeth\nphy dp83848 address -1 reset -1\nesp_netif_set_hostname p1-meter\n"
                             "esp_eth_start\n",
                             idf_calls());
}

static void test_joins_with_an_address_of_its_own(void)
{
    start();
    p1_network_set_address(0xc0a80709, 0xffffff00, 0xc0a80701, 0x01010101);
    join();
    TEST_ASSERT_EQUAL_STRING("up c0a80709\n", told);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "esp_netif_set_ip_info c0a80709 ffffff00 c0a80701\n"
                                             "esp_netif_set_dns_info 01010101\n"));
}

static void test_goes_back_to_dhcp(void)
{
    start();
    p1_network_set_address(0xc0a80709, 0xffffff00, 0, 0);
    join();
    TEST_ASSERT_NULL(strstr(idf_calls(), "esp_netif_set_dns_info"));
    p1_network_leave();
    p1_network_set_address(0, 0, 0, 0);
    join();
    TEST_ASSERT_EQUAL_STRING("up c0a80709\nup c0a80102\n", told);
}

static void test_says_that_there_is_no_cable(void)
{
    start();
    idf_cable(false);
    join();
    idf_pass(7999);
    TEST_ASSERT_EQUAL_STRING("", told);
    idf_pass(1);
    TEST_ASSERT_EQUAL_STRING("no-cable 00000000\n", told);
}

static void test_says_that_nobody_gives_an_address(void)
{
    start();
    idf_dhcp_server(0);
    join();
    idf_pass(29999);
    TEST_ASSERT_EQUAL_STRING("", told);
    idf_pass(1);
    TEST_ASSERT_EQUAL_STRING("no-address 00000000\n", told);
}

/* The link stays down after a failure, until the device decides to try again. */
static void test_makes_no_attempts_of_its_own(void)
{
    start();
    idf_cable(false);
    join();
    idf_pass(8000);
    idf_cable(true);
    idf_pass(100000);
    TEST_ASSERT_EQUAL_STRING("no-cable 00000000\n", told);
    join();
    TEST_ASSERT_EQUAL_STRING("no-cable 00000000\nup c0a80102\n", told);
}

static void test_a_cable_that_is_pulled_out_ends_the_network(void)
{
    start();
    join();
    idf_cable(false);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("up c0a80102\ndown 00000000\n", told);
}

static void test_a_cable_that_is_pulled_out_before_there_is_an_address_ends_the_attempt(void)
{
    start();
    idf_dhcp_server(0);
    join();
    idf_cable(false);
    idf_pass(100000);
    TEST_ASSERT_EQUAL_STRING("no-cable 00000000\n", told);
}

static void test_a_lease_that_is_over_ends_the_network(void)
{
    start();
    join();
    idf_dhcp_lease_over();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("up c0a80102\ndown 00000000\n", told);
}

static void test_leaves_without_an_event(void)
{
    start();
    join();
    told[0] = '\0';
    p1_network_leave();
    TEST_ASSERT_EQUAL(0, p1_network_address());
    idf_pass(100000);
    TEST_ASSERT_EQUAL_STRING("", told);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "esp_eth_stop\n"));
    p1_network_join(NOTHING, NOTHING);
    p1_network_leave();
    idf_pass(100000);
    TEST_ASSERT_EQUAL_STRING("", told);
}

static void test_a_reset_makes_the_interface_anew(void)
{
    start();
    join();
    idf_forget_calls();
    p1_network_reset();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("esp_eth_stop\nesp_netif_destroy ethernet\nesp_eth_driver_uninstall\nphy deleted\n"
                             "mac deleted\n",
                             idf_calls());
    join();
    TEST_ASSERT_EQUAL_STRING("up c0a80102\nup c0a80102\n", told);
}

static void test_an_interface_that_does_not_answer_is_tried_again(void)
{
    start();
    idf_fail("esp_eth_driver_install", 1, ESP_ERR_TIMEOUT);
    join();
    TEST_ASSERT_EQUAL_STRING("no-cable 00000000\n", told);
    TEST_ASSERT_TRUE(idf_logged('E', "The Ethernet chip does not answer"));
    join();
    TEST_ASSERT_EQUAL_STRING("no-cable 00000000\nup c0a80102\n", told);
}

static void test_a_cable_hears_no_networks_and_opens_none(void)
{
    start();
    p1_network_scan();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("scanned 00000000\n", told);
    TEST_ASSERT_EQUAL(0, p1_network_found_count());
    TEST_ASSERT_EQUAL(0, p1_network_signal());
    TEST_ASSERT_FALSE(p1_network_open_access_point(NOTHING, NOTHING));
    TEST_ASSERT_EQUAL(0, p1_network_guests());
}

static void everything(void)
{
    (void)p1_network_init(changed);
    idf_dhcp_server(0xc0a80102);
    p1_network_set_address(0xc0a80709, 0xffffff00, 0xc0a80701, 0x01010101);
    join();
    p1_network_reset();
    p1_network_set_address(0, 0, 0, 0);
    join();
    p1_network_leave();
    idf_pass(0);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_network_qemu", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_joins_by_dhcp_with_its_host_name);
    RUN_ON_CHIP(test_joins_with_an_address_of_its_own);
    RUN_ON_CHIP(test_goes_back_to_dhcp);
    RUN_ON_CHIP(test_says_that_there_is_no_cable);
    RUN_ON_CHIP(test_says_that_nobody_gives_an_address);
    RUN_ON_CHIP(test_makes_no_attempts_of_its_own);
    RUN_ON_CHIP(test_a_cable_that_is_pulled_out_ends_the_network);
    RUN_ON_CHIP(test_a_cable_that_is_pulled_out_before_there_is_an_address_ends_the_attempt);
    RUN_ON_CHIP(test_a_lease_that_is_over_ends_the_network);
    RUN_ON_CHIP(test_leaves_without_an_event);
    RUN_ON_CHIP(test_a_reset_makes_the_interface_anew);
    RUN_ON_CHIP(test_an_interface_that_does_not_answer_is_tried_again);
    RUN_ON_CHIP(test_a_cable_hears_no_networks_and_opens_none);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
