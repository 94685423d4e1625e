/* The CRC of a telegram, as the C that ts/p1/crc16.ts became. */

#include <stdint.h>
#include <string.h>

#include "p1/crc16.h"
#include "unity.h"

void setUp(void)
{
}

void tearDown(void)
{
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

/* The check value of CRC-16/ARC in the catalogue of parametrised CRC algorithms (reveng.sourceforge.io). */
static void test_gives_the_check_value_of_crc_16_arc(void)
{
    TEST_ASSERT_EQUAL_HEX16(0xBB3D, p1_crc16(0, bytes_of("123456789")));
}

static void test_leaves_the_start_value_for_no_bytes(void)
{
    TEST_ASSERT_EQUAL_HEX16(0x0000, p1_crc16(0, (ts_bytes){.data = NULL, .length = 0}));
    TEST_ASSERT_EQUAL_HEX16(0x1234, p1_crc16(0x1234, (ts_bytes){.data = NULL, .length = 0}));
}

static void test_continues_from_chunk_to_chunk(void)
{
    const ts_bytes whole = bytes_of("/ISK5\\2M550T-1012\r\n\r\n1-3:0.2.8(50)\r\n!");
    const uint16_t expected = p1_crc16(0, whole);
    for (uint32_t cut = 0; cut <= whole.length; cut++) {
        const ts_bytes head = {.data = whole.data, .length = cut};
        const ts_bytes tail = {.data = whole.data + cut, .length = whole.length - cut};
        TEST_ASSERT_EQUAL_HEX16(expected, p1_crc16(p1_crc16(0, head), tail));
    }
}

/* Compared with the polynomial itself, bit by bit: x16 + x15 + x2 + 1, reflected (DSMR 5.0.2 P1, 6.2). */
static uint16_t crc_bit_by_bit(uint16_t crc, uint8_t byte)
{
    uint32_t rest = (uint32_t)crc ^ byte;
    for (int bit = 0; bit < 8; bit++) {
        rest = (rest & 1u) != 0u ? (rest >> 1) ^ 0xA001u : rest >> 1;
    }
    return (uint16_t)rest;
}

static void test_agrees_with_the_polynomial_for_every_byte(void)
{
    for (uint32_t value = 0; value <= UINT8_MAX; value++) {
        const uint8_t byte = (uint8_t)value;
        const ts_bytes one = {.data = &byte, .length = 1};
        TEST_ASSERT_EQUAL_HEX16(crc_bit_by_bit(0x0000, byte), p1_crc16(0x0000, one));
        TEST_ASSERT_EQUAL_HEX16(crc_bit_by_bit(0xFFFF, byte), p1_crc16(0xFFFF, one));
    }
}

int main(void)
{
    UNITY_BEGIN();
    RUN_TEST(test_gives_the_check_value_of_crc_16_arc);
    RUN_TEST(test_leaves_the_start_value_for_no_bytes);
    RUN_TEST(test_continues_from_chunk_to_chunk);
    RUN_TEST(test_agrees_with_the_polynomial_for_every_byte);
    return UNITY_END();
}
