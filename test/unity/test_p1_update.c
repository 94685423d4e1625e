/* The update driver between the device and the OTA partitions. */
#include <string.h>

#include "idf.h"
#include "ota.h"
#include "p1_update.h"
#include "storage.h"
#include "unity.h"

/* The same question in a build for test benches. */
#define p1_update_without_login        on_a_test_bench
#define CONFIG_P1_UPDATE_WITHOUT_LOGIN 1
#include "../../components/p1_update/login.c"
#undef p1_update_without_login

static char told[256];

void setUp(void)
{
}

void tearDown(void)
{
}

static void done(platform_update_event_t event)
{
    static const char *const NAMES[] = {"ready ", "written ", "installed ", "damaged ", "failed ", "confirmed "};
    strcat(told, NAMES[event]);
}

static void start(void)
{
    idf_nvs_initialise();
    TEST_ASSERT_EQUAL(ESP_OK, p1_update_init(done));
    idf_forget_calls();
}

static ts_bytes bytes_of(const char *text)
{
    return (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)};
}

/* Writes bytes that are gone when the call returns, as the device's are. */
static bool write(const char *text)
{
    char lent[64];
    (void)strcpy(lent, text);
    const bool taken = p1_update_write(bytes_of(lent));
    memset(lent, 0xdd, sizeof lent);
    return taken;
}

static void install(const char *first, const char *second)
{
    p1_update_begin();
    idf_pass(100);
    (void)write(first);
    idf_pass(100);
    (void)write(second);
    idf_pass(100);
    p1_update_finish();
    idf_pass(100);
}

static void test_writes_the_other_slot_part_by_part_and_boots_it_next(void)
{
    const uint8_t *written = NULL;
    start();
    install("an image", " that ends.");
    TEST_ASSERT_EQUAL_STRING("ready written written installed ", told);
    TEST_ASSERT_EQUAL(19, idf_ota_written(&written));
    TEST_ASSERT_EQUAL_MEMORY("an image that ends.", written, 19);
    TEST_ASSERT_EQUAL_STRING("esp_ota_begin ota_1 0xfffffffe\nesp_ota_set_boot_partition ota_1\n", idf_calls());
}

static void test_takes_the_next_part_when_the_one_before_is_written(void)
{
    start();
    p1_update_begin();
    idf_pass(100);
    TEST_ASSERT_TRUE(write("one"));
    TEST_ASSERT_FALSE(write("two"));
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("ready written ", told);
    TEST_ASSERT_TRUE(write("two"));
}

static void test_takes_no_part_that_is_too_long(void)
{
    static uint8_t bytes[P1_UPDATE_PART + 1];
    start();
    p1_update_begin();
    idf_pass(100);
    TEST_ASSERT_FALSE(p1_update_write((ts_bytes){.data = bytes, .length = sizeof bytes}));
    TEST_ASSERT_TRUE(p1_update_write((ts_bytes){.data = bytes, .length = sizeof bytes - 1}));
}

static void test_a_damaged_image_is_told_and_never_booted(void)
{
    start();
    install("an image that", " breaks off");
    TEST_ASSERT_EQUAL_STRING("ready written written damaged ", told);
    TEST_ASSERT_NULL(strstr(idf_calls(), "esp_ota_set_boot_partition"));
}

static void test_an_update_that_is_given_up_leaves_room_for_the_next(void)
{
    start();
    p1_update_begin();
    idf_pass(100);
    TEST_ASSERT_TRUE(write("half"));
    p1_update_abort();
    idf_pass(100);
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "esp_ota_abort\n"));
    told[0] = '\0';
    install("whole", ".");
    TEST_ASSERT_EQUAL_STRING("ready written written installed ", told);
}

static void test_a_failed_write_ends_the_update(void)
{
    start();
    p1_update_begin();
    idf_pass(100);
    idf_fail("esp_ota_write", 1, ESP_FAIL);
    TEST_ASSERT_TRUE(write("x"));
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("ready failed ", told);
    TEST_ASSERT_TRUE(idf_logged('E', "The flash could not be written"));
    TEST_ASSERT_TRUE(write("y"));
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("ready failed failed ", told);
}

static void test_without_slots_every_update_fails_with_a_sentence(void)
{
    idf_ota_without_slots();
    idf_nvs_initialise();
    TEST_ASSERT_EQUAL(ESP_ERR_NOT_FOUND, p1_update_init(done));
    TEST_ASSERT_TRUE(idf_logged('E', "no two OTA slots"));
    TEST_ASSERT_EQUAL(0, p1_update_slot_size());
    p1_update_begin();
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("failed ", told);
}

static void test_a_new_image_is_on_trial_until_it_is_confirmed(void)
{
    idf_ota_state(ESP_OTA_IMG_PENDING_VERIFY);
    start();
    TEST_ASSERT_EQUAL(PLATFORM_IMAGE_STATE_TRIAL, p1_update_state());
    p1_update_confirm();
    TEST_ASSERT_EQUAL_STRING("", told);
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("confirmed ", told);
    TEST_ASSERT_EQUAL_STRING("esp_ota_mark_app_valid_cancel_rollback\n", idf_calls());
    TEST_ASSERT_EQUAL(PLATFORM_IMAGE_STATE_CONFIRMED, p1_update_state());
}

static void test_a_confirmation_that_the_flash_does_not_keep_is_not_told_and_may_be_asked_for_again(void)
{
    idf_ota_state(ESP_OTA_IMG_PENDING_VERIFY);
    start();
    idf_fail("esp_ota_mark_app_valid_cancel_rollback", 1, ESP_FAIL);
    p1_update_confirm();
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("", told);
    TEST_ASSERT_TRUE(idf_logged('E', "The firmware could not be confirmed"));
    TEST_ASSERT_EQUAL(PLATFORM_IMAGE_STATE_TRIAL, p1_update_state());
    p1_update_confirm();
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("confirmed ", told);
}

static void test_an_image_that_a_cable_wrote_is_confirmed(void)
{
    start();
    TEST_ASSERT_EQUAL(PLATFORM_IMAGE_STATE_CONFIRMED, p1_update_state());
    TEST_ASSERT_FALSE(idf_logged('W', ""));
}

static void test_names_the_running_version_and_the_one_that_was_rolled_back(void)
{
    uint8_t text[32];
    start();
    TEST_ASSERT_EQUAL(5, p1_update_version((ts_span_u8){.data = text, .length = sizeof text}));
    TEST_ASSERT_EQUAL_MEMORY("1.2.3", text, 5);
    TEST_ASSERT_EQUAL(3, p1_update_version((ts_span_u8){.data = text, .length = 3}));
    TEST_ASSERT_EQUAL(0, p1_update_rolled_back((ts_span_u8){.data = text, .length = sizeof text}));
    idf_ota_rolled_back("1.3.0-bad");
    TEST_ASSERT_EQUAL(9, p1_update_rolled_back((ts_span_u8){.data = text, .length = sizeof text}));
    TEST_ASSERT_EQUAL_MEMORY("1.3.0-bad", text, 9);
    TEST_ASSERT_EQUAL(5, p1_update_chip());
    TEST_ASSERT_EQUAL(0x1e0000, p1_update_slot_size());
}

static void test_a_note_outlives_a_power_cut_before_the_image_is_booted(void)
{
    const uint8_t *kept = NULL;
    uint8_t bytes[40];
    start();
    TEST_ASSERT_EQUAL(0, p1_update_note((ts_span_u8){.data = bytes, .length = sizeof bytes}));
    TEST_ASSERT_FALSE(idf_logged('W', ""));
    char lent[] = "noted";
    p1_update_keep_note(bytes_of(lent));
    memset(lent, 0xdd, sizeof lent);
    idf_pass(100);
    TEST_ASSERT_EQUAL(5, idf_nvs_kept("p1_update", "note", &kept));
    TEST_ASSERT_EQUAL_MEMORY("noted", kept, 5);
    TEST_ASSERT_EQUAL(5, p1_update_note((ts_span_u8){.data = bytes, .length = sizeof bytes}));
    TEST_ASSERT_EQUAL_MEMORY("noted", bytes, 5);
}

static void test_a_note_that_is_too_long_loses_its_end(void)
{
    static const char LONG[] = "0123456789012345678901234567890123456789012345";
    uint8_t bytes[64];
    start();
    p1_update_keep_note(bytes_of(LONG));
    idf_pass(100);
    TEST_ASSERT_EQUAL(40, p1_update_note((ts_span_u8){.data = bytes, .length = sizeof bytes}));
    TEST_ASSERT_EQUAL_MEMORY(LONG, bytes, 40);
}

static void test_without_nvs_updates_work_and_the_note_is_missed(void)
{
    uint8_t bytes[40];
    idf_fail("nvs_open", 1, ESP_ERR_INVALID_STATE);
    start();
    TEST_ASSERT_TRUE(idf_logged('W', "won't know what worked before"));
    p1_update_keep_note(bytes_of("x"));
    idf_pass(100);
    TEST_ASSERT_TRUE(idf_logged('E', "What the next firmware should know"));
    TEST_ASSERT_EQUAL(0, p1_update_note((ts_span_u8){.data = bytes, .length = sizeof bytes}));
    install("whole", ".");
    TEST_ASSERT_EQUAL_STRING("ready written written installed ", told);
}

/* No defaults file sets the option. */
static void test_takes_no_image_without_a_login_except_on_a_test_bench(void)
{
    TEST_ASSERT_FALSE(p1_update_without_login());
    TEST_ASSERT_TRUE(on_a_test_bench());
}

static void everything(void)
{
    uint8_t text[32];
    const ts_span_u8 span = {.data = text, .length = sizeof text};
    idf_ota_state(ESP_OTA_IMG_PENDING_VERIFY);
    idf_ota_rolled_back("0");
    idf_nvs_initialise();
    idf_nvs_put("p1_update", "note", "there", 5);
    (void)p1_update_init(done);
    (void)p1_update_note(span);
    p1_update_keep_note(bytes_of("x"));
    idf_pass(100);
    (void)p1_update_state();
    (void)p1_update_rolled_back(span);
    p1_update_begin();
    idf_pass(100);
    p1_update_abort();
    idf_pass(100);
    install("x", ".");
    p1_update_confirm();
    idf_pass(100);
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_update", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_writes_the_other_slot_part_by_part_and_boots_it_next);
    RUN_ON_CHIP(test_takes_the_next_part_when_the_one_before_is_written);
    RUN_ON_CHIP(test_takes_no_part_that_is_too_long);
    RUN_ON_CHIP(test_a_damaged_image_is_told_and_never_booted);
    RUN_ON_CHIP(test_an_update_that_is_given_up_leaves_room_for_the_next);
    RUN_ON_CHIP(test_a_failed_write_ends_the_update);
    RUN_ON_CHIP(test_without_slots_every_update_fails_with_a_sentence);
    RUN_ON_CHIP(test_a_new_image_is_on_trial_until_it_is_confirmed);
    RUN_ON_CHIP(test_a_confirmation_that_the_flash_does_not_keep_is_not_told_and_may_be_asked_for_again);
    RUN_ON_CHIP(test_an_image_that_a_cable_wrote_is_confirmed);
    RUN_ON_CHIP(test_names_the_running_version_and_the_one_that_was_rolled_back);
    RUN_ON_CHIP(test_a_note_outlives_a_power_cut_before_the_image_is_booted);
    RUN_ON_CHIP(test_a_note_that_is_too_long_loses_its_end);
    RUN_ON_CHIP(test_without_nvs_updates_work_and_the_note_is_missed);
    RUN_ON_CHIP(test_takes_no_image_without_a_login_except_on_a_test_bench);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
