/* Telegrams through the generated decoder, cut into pieces of every kind. */

#include <string.h>

#include "decode.h"
#include "platform.h"
#include "program.h"
#include "unity.h"

#define LINES "1-3:0.2.8(50)\r\n1-0:1.8.1(000306.946*kWh)\r\n"
#define READ                                                                                                           \
    "{\"file\":\"f\",\"ok\":true,\"crc\":\"arc\",\"identification\":\"ISK5\\\\2M550T-1012\",\"readings\":["            \
    "{\"obis\":\"1-3:0.2.8\",\"topic\":\"equipment/version\",\"value\":\"50\"},"                                       \
    "{\"obis\":\"1-0:1.8.1\",\"topic\":\"total/consumption_low_tariff_kWh\",\"value\":\"306.946\",\"unit\":\"kWh\"}]," \
    "\"skipped\":[]}\n"

static char telegram[4096];
static size_t length;

void setUp(void)
{
    platform_power_up(p1_init_decode);
    length = platform_telegram(telegram, sizeof telegram, LINES);
}

void tearDown(void)
{
}

/* Decodes one file and gives whether all of it was good. */
static bool decode(const char *bytes, size_t size, size_t piece)
{
    platform.console_length = 0;
    platform.console[0] = '\0';
    platform_feed(decode_decode_start, "f", 1, 0);
    platform_feed(decode_decode_bytes, bytes, size, piece);
    return decode_decode_end();
}

static void test_reads_a_telegram_in_pieces_of_every_size(void)
{
    for (size_t piece = 0; piece <= length; piece++) {
        TEST_ASSERT_TRUE(decode(telegram, length, piece));
        TEST_ASSERT_EQUAL_STRING(READ, platform.console);
    }
}

static void test_takes_nothing_from_a_telegram_with_one_wrong_bit(void)
{
    for (size_t at = 1; at < length - 7; at++) {
        telegram[at] ^= 1;
        TEST_ASSERT_FALSE(decode(telegram, length, 0));
        TEST_ASSERT_NULL(strstr(platform.console, "\"ok\":true"));
        telegram[at] ^= 1;
    }
}

static void test_reads_the_telegram_after_one_that_is_cut_off_anywhere(void)
{
    char both[2 * sizeof telegram];
    for (size_t cut = 0; cut < length; cut++) {
        memcpy(both, telegram, cut);
        memcpy(both + cut, telegram, length);
        decode(both, cut + length, 0);
        TEST_ASSERT_NOT_NULL_MESSAGE(strstr(platform.console, READ), platform.console);
    }
}

static void test_says_that_a_file_has_no_telegram(void)
{
    TEST_ASSERT_FALSE(decode("\xff\x00/\r\n!", 6, 0));
    TEST_ASSERT_NOT_NULL(strstr(platform.console, "\"error\":\"no-telegram\""));
}

/* A line may have 2100 bytes, and one that never ends costs itself only. */
static void test_survives_a_line_without_end(void)
{
    static char bytes[8192 + sizeof telegram];
    memset(bytes, '1', 8192);
    bytes[0] = '/';
    memcpy(bytes + 8192, telegram, length);
    decode(bytes, 8192 + length, 1000);
    TEST_ASSERT_NOT_NULL_MESSAGE(strstr(platform.console, READ), platform.console);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_TEST(test_reads_a_telegram_in_pieces_of_every_size);
    RUN_TEST(test_takes_nothing_from_a_telegram_with_one_wrong_bit);
    RUN_TEST(test_reads_the_telegram_after_one_that_is_cut_off_anywhere);
    RUN_TEST(test_says_that_a_file_has_no_telegram);
    RUN_TEST(test_survives_a_line_without_end);
    return UNITY_END();
}
