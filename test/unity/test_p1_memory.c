/* Where records are stored: SPIRAM, or what the heap can spare. */
#include <string.h>

#include "heap.h"
#include "idf.h"
#include "platform/memory.h"
#include "sdkconfig.h"
#include "unity.h"

#define KEEP_FREE ((size_t)CONFIG_P1_MEMORY_KEEP_FREE * 1024)

void setUp(void)
{
}

void tearDown(void)
{
}

static void write(uint32_t index, const char *text)
{
    p1_memory_write(index, (ts_bytes){.data = (const uint8_t *)text, .length = (uint32_t)strlen(text)});
}

static void assert_read(uint32_t index, const char *text)
{
    uint8_t bytes[32];
    const uint32_t length = (uint32_t)strlen(text);
    p1_memory_read(index, (ts_span_u8){.data = bytes, .length = length});
    TEST_ASSERT_EQUAL_MEMORY(text, bytes, length);
}

static void test_what_is_stored_is_read_again(void)
{
    TEST_ASSERT_EQUAL(3, p1_memory_reserve(3, 8));
    write(0, "first...");
    write(2, "third");
    write(1, "second");
    assert_read(0, "first...");
    assert_read(1, "second");
    assert_read(2, "third");
    write(1, "new");
    assert_read(1, "newond");
}

static void test_takes_spiram_where_there_is_some(void)
{
    idf_heap_set_spiram(4 * 1024 * 1024);
    TEST_ASSERT_EQUAL(3000, p1_memory_reserve(3000, 293));
    TEST_ASSERT_EQUAL_STRING("heap_caps_malloc 879000 spiram\n", idf_calls());
}

static void test_leaves_the_heap_what_others_need(void)
{
    idf_heap_set(KEEP_FREE + 1000, KEEP_FREE);
    TEST_ASSERT_EQUAL(10, p1_memory_reserve(192, 100));
    TEST_ASSERT_EQUAL(1000, idf_heap_taken());
}

static void test_is_content_with_the_largest_piece(void)
{
    idf_heap_set(200000, 5000);
    TEST_ASSERT_EQUAL(50, p1_memory_reserve(192, 100));
}

static void test_has_no_room_in_a_heap_that_is_needed(void)
{
    idf_heap_set(KEEP_FREE, KEEP_FREE);
    TEST_ASSERT_EQUAL(0, p1_memory_reserve(192, 100));
    idf_heap_set(KEEP_FREE + 99, KEEP_FREE);
    TEST_ASSERT_EQUAL(0, p1_memory_reserve(192, 100));
    idf_heap_set(KEEP_FREE + 100, KEEP_FREE);
    TEST_ASSERT_EQUAL(1, p1_memory_reserve(192, 100));
}

static void test_another_reservation_gives_the_first_back(void)
{
    (void)p1_memory_reserve(10, 100);
    (void)p1_memory_reserve(5, 10);
    TEST_ASSERT_EQUAL(50, idf_heap_taken());
    TEST_ASSERT_EQUAL(0, p1_memory_reserve(0, 10));
    TEST_ASSERT_EQUAL(0, idf_heap_taken());
}

static void test_takes_nothing_outside_of_what_was_reserved(void)
{
    uint8_t bytes[4] = "keep";
    (void)p1_memory_reserve(2, 4);
    write(2, "xxxx");
    write(1, "xxxxx");
    p1_memory_read(2, (ts_span_u8){.data = bytes, .length = 4});
    TEST_ASSERT_EQUAL_MEMORY("keep", bytes, 4);
}

static void everything(void)
{
    if (p1_memory_reserve(10, 100) == 10) {
        write(9, "x");
    }
}

static void test_handles_every_error_of_esp_idf(void)
{
    idf_fail_everywhere("p1_memory", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_what_is_stored_is_read_again);
    RUN_ON_CHIP(test_takes_spiram_where_there_is_some);
    RUN_ON_CHIP(test_leaves_the_heap_what_others_need);
    RUN_ON_CHIP(test_is_content_with_the_largest_piece);
    RUN_ON_CHIP(test_has_no_room_in_a_heap_that_is_needed);
    RUN_ON_CHIP(test_another_reservation_gives_the_first_back);
    RUN_ON_CHIP(test_takes_nothing_outside_of_what_was_reserved);
    RUN_ON_CHIP(test_handles_every_error_of_esp_idf);
    return UNITY_END();
}
