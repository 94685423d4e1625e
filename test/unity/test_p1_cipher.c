/* The cipher's driver between the device and mbedTLS; the stand-in's cipher is a toy (idf/psa.c). */
#include <string.h>

#include "idf.h"
#include "platform/cipher.h"
#include "psa.h"
#include "unity.h"

/* 16, 12 and 2 bytes; all that is fed in, with "abc" XOR 'k', adds up to the tag. */
static const ts_bytes KEY = {.data = (const uint8_t *)"kkkkkkkkkkkkkkkk", .length = 16};
static const ts_bytes NONCE = {.data = (const uint8_t *)"\0\0\0\0\0\0\0\0\0\0\0\1", .length = 12};
static const ts_bytes ADDITIONAL = {.data = (const uint8_t *)"\2\3", .length = 2};
static const ts_bytes MESSAGE = {.data = (const uint8_t *)"\x0a\x09\x08", .length = 3};

void setUp(void)
{
}

void tearDown(void)
{
}

static ts_bytes tag(uint8_t value)
{
    static uint8_t bytes[12];
    memset(bytes, value, sizeof bytes);
    return (ts_bytes){.data = bytes, .length = sizeof bytes};
}

static bool decrypt(uint8_t *plain, ts_bytes with)
{
    return p1_cipher_gcm_start(KEY, NONCE, ADDITIONAL) &&
           p1_cipher_gcm_update(MESSAGE, (ts_span_u8){.data = plain, .length = 3}) && p1_cipher_gcm_finish(with);
}

static void test_decrypts_in_parts_and_checks_the_first_12_bytes_of_the_tag(void)
{
    uint8_t plain[3];
    TEST_ASSERT_TRUE(decrypt(plain, tag(1 + 2 + 3 + 10 + 9 + 8)));
    TEST_ASSERT_EQUAL_MEMORY("abc", plain, 3);
    TEST_ASSERT_EQUAL(0, idf_psa_keys());
}

static void test_a_wrong_tag_is_told_and_no_fault(void)
{
    uint8_t plain[3];
    TEST_ASSERT_FALSE(decrypt(plain, tag(0)));
    TEST_ASSERT_FALSE(decrypt(plain, (ts_bytes){.data = (const uint8_t *)"", .length = 0}));
    TEST_ASSERT_EQUAL(0, idf_psa_keys());
    TEST_ASSERT_FALSE(idf_logged('E', ""));
}

static void test_a_message_that_was_begun_before_is_dropped_with_its_key(void)
{
    uint8_t plain[3];
    TEST_ASSERT_TRUE(p1_cipher_gcm_start(KEY, NONCE, ADDITIONAL));
    TEST_ASSERT_EQUAL(1, idf_psa_keys());
    TEST_ASSERT_TRUE(decrypt(plain, tag(33)));
    TEST_ASSERT_EQUAL(0, idf_psa_keys());
}

static void test_without_a_beginning_there_is_no_message(void)
{
    uint8_t plain[3];
    TEST_ASSERT_FALSE(p1_cipher_gcm_update(MESSAGE, (ts_span_u8){.data = plain, .length = 3}));
    TEST_ASSERT_FALSE(p1_cipher_gcm_finish(tag(33)));
    TEST_ASSERT_TRUE(idf_logged('E', "A message can't be decrypted"));
}

static void test_a_key_of_another_length_is_refused(void)
{
    TEST_ASSERT_FALSE(p1_cipher_gcm_start(NONCE, NONCE, ADDITIONAL));
    TEST_ASSERT_TRUE(idf_logged('E', "taking the key"));
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

/* Source: FIPS 180-4's example "abc". */
static void test_computes_sha_256_in_parts_and_again(void)
{
    static const uint8_t ABC[32] = {0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40,
                                    0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17,
                                    0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};
    uint8_t hash[32];
    const ts_span_u8 into = {.data = hash, .length = sizeof hash};
    TEST_ASSERT_TRUE(p1_cipher_hash_start());
    TEST_ASSERT_TRUE(p1_cipher_hash_update(bytes_of("what is dropped")));
    TEST_ASSERT_TRUE(p1_cipher_hash_start());
    TEST_ASSERT_TRUE(p1_cipher_hash_update(bytes_of("a")));
    TEST_ASSERT_TRUE(p1_cipher_hash_update(bytes_of("bc")));
    TEST_ASSERT_TRUE(p1_cipher_hash_finish(into));
    TEST_ASSERT_EQUAL_MEMORY(ABC, hash, sizeof hash);
    TEST_ASSERT_FALSE(p1_cipher_hash_finish(into));
    TEST_ASSERT_TRUE(idf_logged('E', "SHA-256 can't be computed"));
}

static void everything(void)
{
    uint8_t plain[3];
    uint8_t hash[32];
    (void)decrypt(plain, tag(33));
    (void)(p1_cipher_hash_start() && p1_cipher_hash_update(bytes_of("a")) &&
           p1_cipher_hash_finish((ts_span_u8){.data = hash, .length = sizeof hash}));
}

static void test_handles_every_error_of_mbedtls(void)
{
    idf_fail_everywhere("p1_cipher", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_decrypts_in_parts_and_checks_the_first_12_bytes_of_the_tag);
    RUN_ON_CHIP(test_a_wrong_tag_is_told_and_no_fault);
    RUN_ON_CHIP(test_a_message_that_was_begun_before_is_dropped_with_its_key);
    RUN_ON_CHIP(test_without_a_beginning_there_is_no_message);
    RUN_ON_CHIP(test_a_key_of_another_length_is_refused);
    RUN_ON_CHIP(test_computes_sha_256_in_parts_and_again);
    RUN_ON_CHIP(test_handles_every_error_of_mbedtls);
    return UNITY_END();
}
