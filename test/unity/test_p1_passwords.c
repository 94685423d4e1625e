/* The driver of passwords between the device and mbedTLS. */
#include <string.h>

#include "idf.h"
#include "p1_passwords.h"
#include "psa.h"
#include "unity.h"

static uint8_t got[64];
static int got_length = -1;

void setUp(void)
{
}

void tearDown(void)
{
}

static void derived(ts_bytes hash)
{
    memcpy(got, hash.data, hash.length);
    got_length = (int)hash.length;
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

static void start(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_passwords_init(derived));
}

/* Derives from bytes that are gone when the call returns, as the device's are. */
static bool derive(const char *password, const char *salt, uint32_t rounds)
{
    uint8_t lent[128];
    const size_t length = strlen(password);
    memcpy(lent, password, length);
    const ts_bytes from = {.data = lent, .length = (uint32_t)length};
    const bool taken = p1_passwords_derive(from, bytes_of(salt), rounds);
    memset(lent, 0xdd, sizeof lent);
    return taken;
}

/* What Python's hashlib.pbkdf2_hmac("sha256", …) gives. */
static void test_derives_what_pbkdf2_gives(void)
{
    static const uint8_t once[P1_PASSWORDS_HASH_SIZE] = {
        0x63, 0x2d, 0xb0, 0x46, 0x87, 0xbe, 0x9f, 0x63, 0x7c, 0xb6, 0xa2, 0xe5, 0xce, 0x53, 0x13, 0xff,
        0xa2, 0xc3, 0xc1, 0xef, 0x99, 0xf2, 0x0d, 0x3c, 0x97, 0x1a, 0xfe, 0xc4, 0x47, 0xb0, 0xcb, 0xe7};
    static const uint8_t often[P1_PASSWORDS_HASH_SIZE] = {
        0x70, 0x18, 0x3c, 0x0f, 0x60, 0xee, 0x9e, 0x04, 0x41, 0xf6, 0x4e, 0xfa, 0xb3, 0x34, 0xe1, 0x7f,
        0x97, 0xa1, 0x7f, 0x20, 0x73, 0xf7, 0xdd, 0x5a, 0xcb, 0xa3, 0xd3, 0xf1, 0x2a, 0xf0, 0x93, 0x83};
    start();
    TEST_ASSERT_TRUE(derive("correct horse", "0123456789abcdef", 1));
    idf_pass(10);
    TEST_ASSERT_EQUAL(32, got_length);
    TEST_ASSERT_EQUAL_HEX8_ARRAY(once, got, 32);
    TEST_ASSERT_TRUE(derive("correct horse", "0123456789abcdef", 1000));
    idf_pass(10);
    TEST_ASSERT_EQUAL_HEX8_ARRAY(often, got, 32);
    TEST_ASSERT_EQUAL(0, idf_psa_keys());
}

/* RFC 4231, test case 2. */
static void test_digests_as_the_rfc_has_it(void)
{
    static const uint8_t wanted[P1_PASSWORDS_HASH_SIZE] = {
        0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e, 0x6a, 0x04, 0x24, 0x26, 0x08, 0x95, 0x75, 0xc7,
        0x5a, 0x00, 0x3f, 0x08, 0x9d, 0x27, 0x39, 0x83, 0x9d, 0xec, 0x58, 0xb9, 0x64, 0xec, 0x38, 0x43,
    };
    uint8_t into[P1_PASSWORDS_HASH_SIZE];
    start();
    TEST_ASSERT_TRUE(p1_passwords_digest(bytes_of("Jefe"), bytes_of("what do ya want for nothing?"),
                                         (ts_span_u8){.data = into, .length = sizeof into}));
    TEST_ASSERT_EQUAL_HEX8_ARRAY(wanted, into, sizeof into);
    TEST_ASSERT_EQUAL(0, idf_psa_keys());
}

static void test_derives_one_at_a_time(void)
{
    start();
    TEST_ASSERT_TRUE(derive("first password", "0123456789abcdef", 2));
    TEST_ASSERT_FALSE(derive("second password", "0123456789abcdef", 2));
    idf_pass(10);
    TEST_ASSERT_EQUAL(32, got_length);
    TEST_ASSERT_TRUE(derive("second password", "0123456789abcdef", 2));
}

static void test_refuses_what_no_password_or_salt_is(void)
{
    char longest[65];
    memset(longest, 'p', 64);
    longest[64] = '\0';
    start();
    TEST_ASSERT_FALSE(derive("", "0123456789abcdef", 1));
    TEST_ASSERT_FALSE(derive("password", "0123456789abcde", 1));
    TEST_ASSERT_TRUE(derive(longest, "0123456789abcdef", 1));
    idf_pass(10);
    TEST_ASSERT_FALSE(
        derive("pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp", "0123456789abcdef", 1));
}

static void test_derives_nothing_before_it_was_started(void)
{
    uint8_t into[P1_PASSWORDS_HASH_SIZE];
    const ts_span_u8 room = {.data = into, .length = sizeof into};
    TEST_ASSERT_FALSE(derive("password", "0123456789abcdef", 1));
    TEST_ASSERT_FALSE(p1_passwords_digest(bytes_of("key"), bytes_of("message"), room));
}

static void test_brings_nothing_where_mbedtls_fails(void)
{
    start();
    idf_fail("psa_mac_compute", 2, -132);
    TEST_ASSERT_TRUE(derive("password", "0123456789abcdef", 3));
    idf_pass(10);
    TEST_ASSERT_EQUAL(0, got_length);
    TEST_ASSERT_EQUAL(0, idf_psa_keys());
    TEST_ASSERT_TRUE(idf_logged('E', "HMAC failed"));
}

static void whole_life(void)
{
    uint8_t into[P1_PASSWORDS_HASH_SIZE];
    (void)p1_passwords_init(derived);
    (void)derive("password", "0123456789abcdef", 2);
    idf_pass(10);
    (void)p1_passwords_digest(bytes_of("key"), bytes_of("message"), (ts_span_u8){.data = into, .length = sizeof into});
}

static void test_every_failure_is_handled(void)
{
    idf_fail_everywhere("p1_passwords", whole_life);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_derives_what_pbkdf2_gives);
    RUN_ON_CHIP(test_digests_as_the_rfc_has_it);
    RUN_ON_CHIP(test_derives_one_at_a_time);
    RUN_ON_CHIP(test_refuses_what_no_password_or_salt_is);
    RUN_ON_CHIP(test_derives_nothing_before_it_was_started);
    RUN_ON_CHIP(test_brings_nothing_where_mbedtls_fails);
    RUN_ON_CHIP(test_every_failure_is_handled);
    return UNITY_END();
}
