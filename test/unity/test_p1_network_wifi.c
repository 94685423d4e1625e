/* Wi-Fi; what every network does is in test_p1_network_qemu.c. */
#include <stdio.h>
#include <string.h>

#include "esp_wifi.h"
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
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "%s ", NAMES[event]);
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

static void start(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_network_init(changed));
    idf_dhcp_server(0xc0a80102);
    idf_wifi_add("open", "", -80);
    idf_wifi_add("home", "secret00", -61);
}

static void join(const char *name, const char *password)
{
    told[0] = '\0';
    p1_network_join(bytes_of(name), bytes_of(password));
    idf_pass(0);
}

static void test_joins_by_name_and_password(void)
{
    start();
    TEST_ASSERT_EQUAL(PLATFORM_NETWORK_KIND_WIFI, p1_network_kind());
    TEST_ASSERT_EQUAL(0, p1_network_signal());
    join("home", "secret00");
    TEST_ASSERT_EQUAL_STRING("up ", told);
    TEST_ASSERT_EQUAL(0xc0a80102, p1_network_address());
    TEST_ASSERT_EQUAL(-61, p1_network_signal());
    TEST_ASSERT_EQUAL_STRING("mode station\nesp_wifi_start at 0 ms\nesp_wifi_set_max_tx_power 80\n"
                             "esp_netif_set_hostname \nstation home at least 2\n",
                             idf_calls());
}

/* A password keeps the device from a network of that name which takes everybody. */
static void test_joins_an_open_network_only_without_a_password(void)
{
    start();
    join("open", "");
    TEST_ASSERT_EQUAL_STRING("up ", told);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "station open at least 0\n"));
    p1_network_leave();
    join("open", "secret00");
    TEST_ASSERT_EQUAL_STRING("wrong-password ", told);
    join("home", "");
    TEST_ASSERT_EQUAL_STRING("wrong-password ", told);
}

static void test_a_name_and_a_password_may_be_as_long_as_wifi_allows(void)
{
    const char *const name = "12345678901234567890123456789012";
    const char *const password = "1234567890123456789012345678901234567890123456789012345678901234";
    start();
    idf_wifi_add(name, password, -50);
    join(name, password);
    TEST_ASSERT_EQUAL_STRING("up ", told);
}

static void test_says_why_it_can_not_join(void)
{
    static const struct {
        uint8_t reason;
        const char *event;
    } ENDS[] = {
        {WIFI_REASON_NO_AP_FOUND, "not-found "},
        {WIFI_REASON_NO_AP_FOUND_IN_RSSI_THRESHOLD, "not-found "},
        {WIFI_REASON_4WAY_HANDSHAKE_TIMEOUT, "wrong-password "},
        {WIFI_REASON_AUTH_FAIL, "wrong-password "},
        {WIFI_REASON_HANDSHAKE_TIMEOUT, "wrong-password "},
        {WIFI_REASON_ASSOC_TOOMANY, "refused "},
        {WIFI_REASON_AUTH_EXPIRE, "refused "},
        {WIFI_REASON_UNSPECIFIED, "refused "},
    };
    start();
    for (size_t i = 0; i < sizeof ENDS / sizeof ENDS[0]; i++) {
        idf_wifi_refuse(ENDS[i].reason);
        join("home", "secret00");
        TEST_ASSERT_EQUAL_STRING(ENDS[i].event, told);
    }
    join("nobody", "secret00");
    TEST_ASSERT_EQUAL_STRING("not-found ", told);
}

static void test_a_network_that_is_lost_ends_whatever_the_reason(void)
{
    start();
    join("home", "secret00");
    idf_wifi_lose(WIFI_REASON_BEACON_TIMEOUT);
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("up down ", told);
    TEST_ASSERT_EQUAL(0, p1_network_signal());
}

/* The end of the network that was left is not taken for the end of the next attempt. */
static void test_leaves_and_joins_another_one_at_once(void)
{
    start();
    join("home", "secret00");
    p1_network_leave();
    p1_network_join(bytes_of("open"), bytes_of(""));
    idf_pass(100000);
    TEST_ASSERT_EQUAL_STRING("up up ", told);
}

static void test_a_reset_makes_wifi_anew(void)
{
    start();
    join("home", "secret00");
    idf_forget_calls();
    p1_network_reset();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("esp_wifi_stop\nesp_wifi_deinit\nesp_netif_destroy station\n"
                             "esp_netif_destroy access point\n",
                             idf_calls());
    join("home", "secret00");
    TEST_ASSERT_EQUAL_STRING("up ", told);
}

static void test_finds_each_name_once_the_strongest_first(void)
{
    uint8_t name[32];
    start();
    idf_wifi_add("", "secret00", -55);
    idf_wifi_add("home", "secret00", -40);
    p1_network_scan();
    idf_pass(1999);
    TEST_ASSERT_EQUAL_STRING("", told);
    idf_pass(1);
    TEST_ASSERT_EQUAL_STRING("scanned ", told);
    TEST_ASSERT_EQUAL(2, p1_network_found_count());
    TEST_ASSERT_EQUAL(4, p1_network_found_name(0, (ts_span_u8){.data = name, .length = sizeof name}));
    TEST_ASSERT_EQUAL_MEMORY("home", name, 4);
    TEST_ASSERT_EQUAL(-40, p1_network_found_signal(0));
    TEST_ASSERT_TRUE(p1_network_found_locked(0));
    TEST_ASSERT_EQUAL(2, p1_network_found_name(1, (ts_span_u8){.data = name, .length = 2}));
    TEST_ASSERT_EQUAL_MEMORY("op", name, 2);
    TEST_ASSERT_FALSE(p1_network_found_locked(1));
    TEST_ASSERT_EQUAL(0, p1_network_found_name(2, (ts_span_u8){.data = name, .length = sizeof name}));
}

static void test_finds_sixteen_at_most(void)
{
    start();
    for (int i = 0; i < 20; i++) {
        char name[16];
        (void)snprintf(name, sizeof name, "n%d", i);
        idf_wifi_add(name, "", -50);
    }
    p1_network_scan();
    idf_pass(2000);
    TEST_ASSERT_EQUAL(16, p1_network_found_count());
    p1_network_scan();
    idf_pass(2000);
    TEST_ASSERT_EQUAL_STRING("scanned scanned ", told);
}

static void test_opens_an_access_point_beside_the_station(void)
{
    start();
    join("home", "secret00");
    idf_forget_calls();
    TEST_ASSERT_TRUE(p1_network_open_access_point(bytes_of("p1_meter"), bytes_of("12345678")));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("mode station and access point\n"
                             "access point p1_meter password 12345678 security 3 guests 4\n",
                             idf_calls());
    p1_network_close_access_point();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("up ", told);
    TEST_ASSERT_NOT_EQUAL(0, p1_network_address());
}

static void test_opens_an_access_point_without_a_network_and_after_a_reset_again(void)
{
    start();
    TEST_ASSERT_TRUE(p1_network_open_access_point(bytes_of("p1_meter"), bytes_of("")));
    idf_pass(0);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "access point p1_meter password  security 0 guests 4\n"));
    p1_network_reset();
    idf_forget_calls();
    join("home", "secret00");
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "access point p1_meter"));
    TEST_ASSERT_EQUAL_STRING("up ", told);
}

static void test_counts_the_guests_of_the_access_point(void)
{
    start();
    (void)p1_network_open_access_point(bytes_of("p1_meter"), bytes_of(""));
    idf_pass(0);
    TEST_ASSERT_EQUAL(0, p1_network_guests());
    idf_wifi_guest(true);
    idf_wifi_guest(true);
    idf_wifi_guest(false);
    idf_pass(0);
    TEST_ASSERT_EQUAL(1, p1_network_guests());
    p1_network_close_access_point();
    idf_pass(0);
    TEST_ASSERT_EQUAL(0, p1_network_guests());
    idf_wifi_guest(false);
    idf_pass(0);
    TEST_ASSERT_EQUAL(0, p1_network_guests());
}

static void everything(void)
{
    (void)p1_network_init(changed);
    idf_dhcp_server(0xc0a80102);
    idf_wifi_add("home", "secret00", -61);
    p1_network_set_address(0xc0a80709, 0xffffff00, 0xc0a80701, 0x01010101);
    join("home", "secret00");
    (void)p1_network_signal();
    p1_network_scan();
    idf_pass(2000);
    (void)p1_network_open_access_point(bytes_of("p1_meter"), bytes_of(""));
    p1_network_close_access_point();
    idf_pass(0);
    p1_network_reset();
    p1_network_set_address(0, 0, 0, 0);
    join("home", "secret00");
    p1_network_leave();
    idf_pass(0);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_network_wifi", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_joins_by_name_and_password);
    RUN_ON_CHIP(test_joins_an_open_network_only_without_a_password);
    RUN_ON_CHIP(test_a_name_and_a_password_may_be_as_long_as_wifi_allows);
    RUN_ON_CHIP(test_says_why_it_can_not_join);
    RUN_ON_CHIP(test_a_network_that_is_lost_ends_whatever_the_reason);
    RUN_ON_CHIP(test_leaves_and_joins_another_one_at_once);
    RUN_ON_CHIP(test_a_reset_makes_wifi_anew);
    RUN_ON_CHIP(test_finds_each_name_once_the_strongest_first);
    RUN_ON_CHIP(test_finds_sixteen_at_most);
    RUN_ON_CHIP(test_opens_an_access_point_beside_the_station);
    RUN_ON_CHIP(test_opens_an_access_point_without_a_network_and_after_a_reset_again);
    RUN_ON_CHIP(test_counts_the_guests_of_the_access_point);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
