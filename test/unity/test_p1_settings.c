/* The settings' driver between the device and NVS. */
#include <string.h>

#include "idf.h"
#include "p1_settings.h"
#include "settings/record.h"
#include "storage.h"
#include "unity.h"

static char told[64];

void setUp(void)
{
}

void tearDown(void)
{
}

static void done(platform_settings_event_t event)
{
    strcat(told, event == PLATFORM_SETTINGS_EVENT_WRITTEN ? "written " : "failed ");
}

static void start(void)
{
    TEST_ASSERT_EQUAL(ESP_OK, p1_settings_init(done));
}

/* Writes bytes that are gone when the call returns, as the device's are. */
static bool write(platform_settings_key_t key, const char *text)
{
    uint8_t lent[64];
    const size_t length = strlen(text);
    memcpy(lent, text, length);
    const bool taken = p1_settings_write(key, (ts_bytes){.data = lent, .length = (uint32_t)length});
    memset(lent, 0xdd, sizeof lent);
    return taken;
}

static uint16_t read(platform_settings_key_t key, uint8_t *into, size_t size)
{
    return p1_settings_read(key, (ts_span_u8){.data = into, .length = (uint32_t)size});
}

static void test_reads_what_a_power_cut_left_under_each_key(void)
{
    uint8_t bytes[16];
    idf_nvs_put("p1_meter", "record_a", "first", 5);
    idf_nvs_put("p1_meter", "record_b", "second", 6);
    start();
    TEST_ASSERT_EQUAL(5, read(PLATFORM_SETTINGS_KEY_RECORD_A, bytes, sizeof bytes));
    TEST_ASSERT_EQUAL_MEMORY("first", bytes, 5);
    TEST_ASSERT_EQUAL(6, read(PLATFORM_SETTINGS_KEY_RECORD_B, bytes, sizeof bytes));
    TEST_ASSERT_EQUAL_MEMORY("second", bytes, 6);
}

static void test_a_new_chip_has_no_blob_and_that_is_nothing_to_complain_of(void)
{
    uint8_t bytes[16];
    start();
    TEST_ASSERT_EQUAL(0, read(PLATFORM_SETTINGS_KEY_RECORD_A, bytes, sizeof bytes));
    TEST_ASSERT_FALSE(idf_logged('W', ""));
    TEST_ASSERT_FALSE(idf_logged('E', ""));
}

static void test_a_blob_that_fits_exactly_is_read_and_a_longer_one_is_not(void)
{
    uint8_t bytes[6] = {0};
    idf_nvs_put("p1_meter", "record_a", "second", 6);
    start();
    TEST_ASSERT_EQUAL(6, read(PLATFORM_SETTINGS_KEY_RECORD_A, bytes, 6));
    TEST_ASSERT_EQUAL(0, read(PLATFORM_SETTINGS_KEY_RECORD_A, bytes, 5));
    TEST_ASSERT_TRUE(idf_logged('W', "record_a can't be read"));
}

static void test_what_is_written_outlives_a_power_cut_when_the_event_comes(void)
{
    const uint8_t *kept = NULL;
    start();
    TEST_ASSERT_TRUE(write(PLATFORM_SETTINGS_KEY_RECORD_B, "new"));
    TEST_ASSERT_EQUAL(-1, idf_nvs_kept("p1_meter", "record_b", &kept));
    TEST_ASSERT_EQUAL_STRING("", told);
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("written ", told);
    TEST_ASSERT_EQUAL(3, idf_nvs_kept("p1_meter", "record_b", &kept));
    TEST_ASSERT_EQUAL_MEMORY("new", kept, 3);
}

static void test_takes_the_next_blob_when_the_one_before_is_written(void)
{
    const uint8_t *kept = NULL;
    start();
    TEST_ASSERT_TRUE(write(PLATFORM_SETTINGS_KEY_RECORD_A, "one"));
    TEST_ASSERT_FALSE(write(PLATFORM_SETTINGS_KEY_RECORD_B, "two"));
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("written ", told);
    TEST_ASSERT_EQUAL(-1, idf_nvs_kept("p1_meter", "record_b", &kept));
    TEST_ASSERT_TRUE(write(PLATFORM_SETTINGS_KEY_RECORD_B, "two"));
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("written written ", told);
}

static void test_an_empty_blob_removes_what_is_there(void)
{
    const uint8_t *kept = NULL;
    idf_nvs_put("p1_meter", "broker_ca", "old", 3);
    start();
    for (int i = 0; i < 2; i++) {
        TEST_ASSERT_TRUE(write(PLATFORM_SETTINGS_KEY_BROKER_CA, ""));
        idf_pass(100);
        TEST_ASSERT_EQUAL(-1, idf_nvs_kept("p1_meter", "broker_ca", &kept));
    }
    TEST_ASSERT_EQUAL_STRING("written written ", told);
}

static void test_writes_the_longest_record_and_no_longer_one(void)
{
    static uint8_t bytes[SETTINGS_RECORD_SIZE + 1];
    const uint8_t *kept = NULL;
    start();
    TEST_ASSERT_FALSE(
        p1_settings_write(PLATFORM_SETTINGS_KEY_RECORD_A, (ts_bytes){.data = bytes, .length = sizeof bytes}));
    TEST_ASSERT_TRUE(idf_logged('E', "A blob of 4097 bytes is too long"));
    TEST_ASSERT_TRUE(
        p1_settings_write(PLATFORM_SETTINGS_KEY_RECORD_A, (ts_bytes){.data = bytes, .length = sizeof bytes - 1}));
    idf_pass(100);
    TEST_ASSERT_EQUAL(SETTINGS_RECORD_SIZE, idf_nvs_kept("p1_meter", "record_a", &kept));
}

static void test_a_full_flash_fails_with_a_sentence_and_keeps_what_was_there(void)
{
    const uint8_t *kept = NULL;
    idf_nvs_put("p1_meter", "record_a", "old", 3);
    start();
    idf_nvs_fill();
    TEST_ASSERT_TRUE(write(PLATFORM_SETTINGS_KEY_RECORD_A, "new"));
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("failed ", told);
    TEST_ASSERT_TRUE(idf_logged('E', "record_a can't be written"));
    TEST_ASSERT_EQUAL(3, idf_nvs_kept("p1_meter", "record_a", &kept));
    TEST_ASSERT_EQUAL_MEMORY("old", kept, 3);
}

static void empties(idf_nvs_state_t state)
{
    uint8_t bytes[16];
    idf_nvs_put("p1_meter", "record_a", "lost", 4);
    idf_nvs_set_state(state);
    start();
    TEST_ASSERT_TRUE(idf_logged('W', "it is emptied"));
    TEST_ASSERT_EQUAL(0, read(PLATFORM_SETTINGS_KEY_RECORD_A, bytes, sizeof bytes));
    TEST_ASSERT_TRUE(write(PLATFORM_SETTINGS_KEY_RECORD_A, "new"));
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("written ", told);
}

static void test_a_partition_without_free_pages_is_emptied(void)
{
    empties(IDF_NVS_WITHOUT_FREE_PAGES);
}

static void test_a_partition_of_a_newer_version_is_emptied(void)
{
    empties(IDF_NVS_OF_A_NEWER_VERSION);
}

static void test_any_other_error_leaves_the_partition_as_it_is(void)
{
    const uint8_t *kept = NULL;
    uint8_t bytes[16];
    idf_nvs_put("p1_meter", "record_a", "there", 5);
    idf_fail("nvs_flash_init", 1, ESP_ERR_NO_MEM);
    TEST_ASSERT_EQUAL(ESP_ERR_NO_MEM, p1_settings_init(done));
    TEST_ASSERT_TRUE(idf_logged('E', "no setting is kept"));
    TEST_ASSERT_EQUAL(0, read(PLATFORM_SETTINGS_KEY_RECORD_A, bytes, sizeof bytes));
    TEST_ASSERT_TRUE(write(PLATFORM_SETTINGS_KEY_RECORD_A, "new"));
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("failed ", told);
    TEST_ASSERT_EQUAL(5, idf_nvs_kept("p1_meter", "record_a", &kept));
}

static void everything(void)
{
    uint8_t bytes[16];
    idf_nvs_set_state(IDF_NVS_WITHOUT_FREE_PAGES);
    (void)p1_settings_init(done);
    (void)read(PLATFORM_SETTINGS_KEY_RECORD_A, bytes, sizeof bytes);
    (void)write(PLATFORM_SETTINGS_KEY_RECORD_A, "x");
    idf_pass(100);
    (void)write(PLATFORM_SETTINGS_KEY_BROKER_CA, "");
    idf_pass(100);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_settings", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_reads_what_a_power_cut_left_under_each_key);
    RUN_ON_CHIP(test_a_new_chip_has_no_blob_and_that_is_nothing_to_complain_of);
    RUN_ON_CHIP(test_a_blob_that_fits_exactly_is_read_and_a_longer_one_is_not);
    RUN_ON_CHIP(test_what_is_written_outlives_a_power_cut_when_the_event_comes);
    RUN_ON_CHIP(test_takes_the_next_blob_when_the_one_before_is_written);
    RUN_ON_CHIP(test_an_empty_blob_removes_what_is_there);
    RUN_ON_CHIP(test_writes_the_longest_record_and_no_longer_one);
    RUN_ON_CHIP(test_a_full_flash_fails_with_a_sentence_and_keeps_what_was_there);
    RUN_ON_CHIP(test_a_partition_without_free_pages_is_emptied);
    RUN_ON_CHIP(test_a_partition_of_a_newer_version_is_emptied);
    RUN_ON_CHIP(test_any_other_error_leaves_the_partition_as_it_is);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
