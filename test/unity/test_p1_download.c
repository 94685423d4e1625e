/* The download driver between the device and a server. */
#include <stdio.h>
#include <string.h>

#include "esp_tls_errors.h"
#include "idf.h"
#include "p1_download.h"
#include "unity.h"
#include "web.h"

#define FILE_SIZE 3000
#define OURS      "https://example.net/file"

static char told[512];
static char file[FILE_SIZE + 1];
static char body[FILE_SIZE + 1];
static size_t body_length;
/* Whether the device asks for the next part at once. */
static bool asks;

void setUp(void)
{
}

void tearDown(void)
{
}

static void event(uint32_t id, platform_download_event_t which, ts_bytes bytes)
{
    static const char *const NAMES[] = {"begun",    "part",    "end",     "unreachable", "untrusted",
                                        "insecure", "missing", "refused", "broken"};
    (void)snprintf(told + strlen(told), sizeof told - strlen(told), "%u %s\n", (unsigned)id, NAMES[which]);
    memcpy(body + body_length, bytes.data, bytes.length);
    body_length += bytes.length;
    if (asks && (which == PLATFORM_DOWNLOAD_EVENT_BEGUN || which == PLATFORM_DOWNLOAD_EVENT_PART)) {
        p1_download_receive();
    }
}

static void start(void)
{
    for (size_t i = 0; i < FILE_SIZE; i++) {
        file[i] = (char)('a' + i % 26);
    }
    idf_web_file(file, true);
    asks = true;
    p1_download_init(event);
}

static bool open_from(const char *url, uint32_t from, bool plain)
{
    return p1_download_open(7, (ts_bytes){.data = (const uint8_t *)url, .length = (uint32_t)strlen(url)}, from, plain);
}

/* Fetches, and tells what the device was told. */
static const char *fetch(const char *url, uint32_t from, bool plain)
{
    TEST_ASSERT_TRUE(open_from(url, from, plain));
    idf_pass(3600000);
    TEST_ASSERT_EQUAL(0, idf_web_clients());
    return told;
}

static void test_a_file_comes_in_parts_that_the_device_asks_for(void)
{
    start();
    asks = false;
    TEST_ASSERT_TRUE(open_from(OURS, 0, false));
    idf_pass(1000);
    TEST_ASSERT_EQUAL_STRING("7 begun\n", told);
    p1_download_receive();
    idf_pass(1000);
    TEST_ASSERT_EQUAL_STRING("7 begun\n7 part\n", told);
    TEST_ASSERT_EQUAL(1024, body_length);
    asks = true;
    p1_download_receive();
    idf_pass(1000);
    TEST_ASSERT_EQUAL_STRING("7 begun\n7 part\n7 part\n7 part\n7 end\n", told);
    TEST_ASSERT_EQUAL_STRING(file, body);
    TEST_ASSERT_EQUAL(0, p1_download_offset());
    TEST_ASSERT_EQUAL(0, idf_web_clients());
}

static void test_goes_on_where_it_broke(void)
{
    start();
    TEST_ASSERT_EQUAL_STRING("7 begun\n7 part\n7 end\n", fetch(OURS, 2500, false));
    TEST_ASSERT_EQUAL(2500, p1_download_offset());
    TEST_ASSERT_EQUAL_STRING(file + 2500, body);
}

static void test_says_where_the_server_begins_that_can_only_begin_at_0(void)
{
    start();
    idf_web_file(file, false);
    (void)fetch(OURS, 2500, false);
    TEST_ASSERT_EQUAL(0, p1_download_offset());
    TEST_ASSERT_EQUAL_STRING(file, body);
}

static void test_a_connection_that_breaks_is_told_after_what_came(void)
{
    start();
    idf_web_break(1500);
    TEST_ASSERT_EQUAL_STRING("7 begun\n7 part\n7 broken\n", fetch(OURS, 0, false));
}

static void test_a_server_that_sends_nothing_or_byte_by_byte_is_given_up(void)
{
    start();
    idf_web_slow(60000);
    TEST_ASSERT_EQUAL_STRING("7 begun\n7 broken\n", fetch(OURS, 0, false));
    told[0] = '\0';
    idf_web_slow(1000);
    TEST_ASSERT_EQUAL_STRING("7 begun\n7 broken\n", fetch(OURS, 0, false));
}

static void test_every_answer_has_its_event(void)
{
    start();
    idf_web_status(404);
    TEST_ASSERT_EQUAL_STRING("7 missing\n", fetch(OURS, 0, false));
    told[0] = '\0';
    idf_web_status(503);
    TEST_ASSERT_EQUAL_STRING("7 refused\n", fetch(OURS, 0, false));
    told[0] = '\0';
    idf_web_tls(ESP_ERR_MBEDTLS_SSL_HANDSHAKE_FAILED, 8);
    TEST_ASSERT_EQUAL_STRING("7 untrusted\n", fetch(OURS, 0, false));
    told[0] = '\0';
    idf_web_tls(ESP_ERR_ESP_TLS_CANNOT_RESOLVE_HOSTNAME, 0);
    TEST_ASSERT_EQUAL_STRING("7 unreachable\n", fetch(OURS, 0, false));
}

static void test_follows_five_redirects_and_no_sixth(void)
{
    start();
    idf_web_redirect(5, "https://elsewhere.example/a-long-address");
    TEST_ASSERT_EQUAL_STRING("7 begun\n7 part\n7 part\n7 part\n7 end\n", fetch(OURS, 0, false));
    told[0] = '\0';
    body_length = 0;
    idf_web_redirect(6, "https://elsewhere.example/a-long-address");
    TEST_ASSERT_EQUAL_STRING("7 refused\n", fetch(OURS, 0, false));
}

static void test_nothing_goes_unencrypted_that_was_not_meant_to(void)
{
    start();
    TEST_ASSERT_EQUAL_STRING("7 insecure\n", fetch("http://example.net/file", 0, false));
    told[0] = '\0';
    idf_web_redirect(1, "http://elsewhere.example/");
    TEST_ASSERT_EQUAL_STRING("7 insecure\n", fetch(OURS, 0, true));
    TEST_ASSERT_NULL(strstr(idf_calls(), "open http:"));
    told[0] = '\0';
    TEST_ASSERT_NOT_NULL(strstr(fetch("http://example.net/file", 0, true), "7 end\n"));
}

static void test_a_download_that_is_closed_tells_nothing_more_and_leaves_room_for_the_next(void)
{
    start();
    asks = false;
    TEST_ASSERT_TRUE(open_from(OURS, 0, false));
    TEST_ASSERT_FALSE(open_from(OURS, 0, false));
    idf_pass(1000);
    p1_download_close();
    idf_pass(1000);
    TEST_ASSERT_EQUAL_STRING("7 begun\n", told);
    TEST_ASSERT_EQUAL(0, idf_web_clients());
    asks = true;
    told[0] = '\0';
    TEST_ASSERT_NOT_NULL(strstr(fetch(OURS, 0, false), "7 end\n"));
    p1_download_close();
    p1_download_receive();
    told[0] = '\0';
    body_length = 0;
    TEST_ASSERT_EQUAL_STRING("7 begun\n7 part\n7 part\n7 part\n7 end\n", fetch(OURS, 0, false));
}

static void test_an_address_that_is_too_long_is_refused(void)
{
    char url[257];
    memset(url, 'x', sizeof url - 1);
    url[256] = '\0';
    start();
    TEST_ASSERT_FALSE(open_from(url, 0, false));
    TEST_ASSERT_TRUE(idf_logged('E', "too long"));
}

static void everything(void)
{
    start();
    idf_web_redirect(1, "https://elsewhere.example/");
    (void)open_from(OURS, 10, false);
    idf_pass(3600000);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_download", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_a_file_comes_in_parts_that_the_device_asks_for);
    RUN_ON_CHIP(test_goes_on_where_it_broke);
    RUN_ON_CHIP(test_says_where_the_server_begins_that_can_only_begin_at_0);
    RUN_ON_CHIP(test_a_connection_that_breaks_is_told_after_what_came);
    RUN_ON_CHIP(test_a_server_that_sends_nothing_or_byte_by_byte_is_given_up);
    RUN_ON_CHIP(test_every_answer_has_its_event);
    RUN_ON_CHIP(test_follows_five_redirects_and_no_sixth);
    RUN_ON_CHIP(test_nothing_goes_unencrypted_that_was_not_meant_to);
    RUN_ON_CHIP(test_a_download_that_is_closed_tells_nothing_more_and_leaves_room_for_the_next);
    RUN_ON_CHIP(test_an_address_that_is_too_long_is_refused);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
