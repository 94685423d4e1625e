/* main/: the start, the queue between the drivers and the device, and the one task that owns the device. */
#include <stdio.h>
#include <string.h>

#include "chip.h"
#include "drivers.h"
#include "events.h"
#include "freertos/task.h"
#include "heap.h"
#include "idf.h"
#include "unity.h"

void app_main(void);

void setUp(void)
{
}

void tearDown(void)
{
}

static void start(void)
{
    app_main();
    idf_pass(0);
    idf_forget_calls();
}

static ts_bytes text(const char *characters)
{
    return (ts_bytes){.data = (const uint8_t *)characters, .length = (uint32_t)strlen(characters)};
}

static void test_starts_what_others_need_before_them_and_the_device_last(void)
{
    app_main();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("log\nsystem\nlights\nsettings\nupdate\nnetwork\nclock\nnames\ndownload\npasswords\nhttp\n"
                             "sockets\nbroker\nserial\nconsole\n"
                             "p1_init_device\ndevice_start\n",
                             idf_calls());
}

static void test_goes_on_without_a_driver_that_does_not_start(void)
{
    idf_fail("p1_http_init", 1, ESP_ERR_NO_MEM);
    app_main();
    idf_pass(0);
    TEST_ASSERT_TRUE(idf_logged('E', "The HTTP server: ESP_ERR_NO_MEM. The device runs without."));
    TEST_ASSERT_NOT_NULL(strstr(idf_calls(), "sockets\nbroker\nserial\nconsole\np1_init_device\ndevice_start\n"));
}

static void test_every_event_comes_to_its_entry(void)
{
    start();
    drivers.network(PLATFORM_NETWORK_EVENT_NO_CABLE);
    drivers.names(PLATFORM_NAMES_EVENT_FOUND, 0xc0a80102);
    drivers.http.request(7, PLATFORM_METHOD_POST, text("/api"), text("host:a"), 12, true);
    drivers.settings(PLATFORM_SETTINGS_EVENT_FAILED);
    drivers.update(PLATFORM_UPDATE_EVENT_INSTALLED);
    drivers.broker.event(PLATFORM_BROKER_EVENT_WRONG_LOGIN);
    drivers.sockets(PLATFORM_SOCKETS_EVENT_SLOW);
    drivers.broker.delivered(65535);
    drivers.passwords(text("hash"));
    drivers.download(9, PLATFORM_DOWNLOAD_EVENT_PART, text("part"));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING(
        "network 5\nnames 0 c0a80102\nrequest 7 1 /api host:a 12 guest\nsettings 1\nupdate 2\nbroker 2\n"
        "sockets 2\ndelivered 65535\nderived 4\ndownload 9 1 4\n",
        idf_calls());
}

static void test_takes_all_bytes_from_the_meter_in_parts(void)
{
    start();
    drivers_serial_bytes = 1024 + 7;
    drivers.serial();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("serial 512\nserial 512\nserial 7\n", idf_calls());
    idf_forget_calls();
    drivers_serial_bytes = 512;
    drivers.serial();
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("serial 512\n", idf_calls());
}

/* The driver keeps a request's place and a message's bytes until then. */
static void test_gives_back_what_the_drivers_lent_once_the_device_has_seen_it(void)
{
    start();
    drivers.http.event(3, PLATFORM_HTTP_EVENT_BODY, text("abc"));
    drivers.http.event(3, PLATFORM_HTTP_EVENT_ROOM, text(""));
    drivers.http.event(3, PLATFORM_HTTP_EVENT_CLOSED, text(""));
    drivers.broker.message(text("topic"), text("on"), true);
    drivers.console(text("status"));
    idf_pass(0);
    TEST_ASSERT_EQUAL_STRING("http 3 0 3\nhttp 3 1 0\nhttp 3 2 0\np1_http_end 3\nmessage topic on 1\n"
                             "p1_broker_message_done\nconsole status\np1_console_done\n",
                             idf_calls());
}

static void test_ticks_ten_times_a_second(void)
{
    start();
    idf_pass(1000);
    const char *calls = idf_calls();
    for (int i = 0; i < 10; i++) {
        TEST_ASSERT_EQUAL_STRING_LEN("tick\n", calls, 5);
        calls += 5;
    }
    TEST_ASSERT_EQUAL_STRING("", calls);
}

static void test_ticks_though_events_never_end(void)
{
    start();
    for (int i = 0; i < 100; i++) {
        drivers.broker.delivered(1);
        idf_pass(10);
    }
    int ticks = 0;
    for (const char *at = idf_calls(); (at = strstr(at, "tick\n")) != NULL; at++) {
        ticks++;
    }
    TEST_ASSERT_EQUAL(10, ticks);
}

/* More than the queue holds, while the device is busy. */
static void many_events(void *arg)
{
    (void)arg;
    for (uint16_t i = 1; i <= 3 * EVENTS_WAITING; i++) {
        drivers.broker.delivered(i);
    }
    vTaskDelete(NULL);
}

static void test_a_driver_waits_for_room_and_no_event_is_lost_or_overtaken(void)
{
    static StaticTask_t task;
    static StackType_t stack[2048];
    start();
    drivers_slow_entry = 5000;
    drivers.network(PLATFORM_NETWORK_EVENT_UP);
    idf_pass(0);
    xTaskCreateStatic(many_events, "driver", sizeof stack, NULL, 12, stack, &task);
    idf_pass(1000);
    TEST_ASSERT_EQUAL_STRING("network 0\n", idf_calls());
    idf_pass(5000);
    const char *calls = idf_calls();
    char wanted[32];
    for (int i = 1; i <= 3 * EVENTS_WAITING; i++) {
        (void)snprintf(wanted, sizeof wanted, "delivered %d\n", i);
        calls = strstr(calls, wanted);
        TEST_ASSERT_NOT_NULL_MESSAGE(calls, wanted);
    }
}

static void fail_at_once(void)
{
    drivers_in_tick = NULL;
    drivers.names(PLATFORM_NAMES_EVENT_NOT_FOUND, 0);
    drivers.broker.event(PLATFORM_BROKER_EVENT_UNREACHABLE);
}

/* As p1_broker_connect does when it can't even begin. */
static void test_what_the_device_tells_itself_comes_after_the_entry_though_the_queue_is_full(void)
{
    static StaticTask_t task;
    static StackType_t stack[2048];
    start();
    drivers_in_tick = fail_at_once;
    drivers_slow_entry = 5000;
    idf_pass(150);
    xTaskCreateStatic(many_events, "driver", sizeof stack, NULL, 12, stack, &task);
    idf_pass(6000);
    /* The second tick is the one that was due meanwhile. */
    const char *wanted = "tick\nnames 1 00000000\ntick\nbroker 4\ndelivered 1\n";
    TEST_ASSERT_EQUAL_STRING_LEN(wanted, idf_calls(), strlen(wanted));
}

static void tell_too_much(void)
{
    drivers_in_tick = NULL;
    for (uint16_t i = 0; i < 5; i++) {
        drivers.broker.delivered(i);
    }
}

static void test_what_the_device_tells_itself_too_often_is_lost_with_a_sentence(void)
{
    start();
    drivers_in_tick = tell_too_much;
    idf_pass(150);
    TEST_ASSERT_TRUE(idf_logged('E', "told itself too much"));
    TEST_ASSERT_EQUAL_STRING("tick\ndelivered 0\ndelivered 1\ndelivered 2\ndelivered 3\n", idf_calls());
}

static void test_feeds_the_watchdog_for_an_hour(void)
{
    start();
    idf_pass(3600 * 1000);
    TEST_ASSERT_FALSE(idf_logged('E', ""));
}

static void test_restarts_after_the_farewell(void)
{
    start();
    drivers_restart = true;
    drivers.settings(PLATFORM_SETTINGS_EVENT_WRITTEN);
    idf_pass(100);
    TEST_ASSERT_EQUAL_STRING("settings 0\ndevice_stop\n", idf_calls());
    idf_pass(500);
    TEST_ASSERT_EQUAL_STRING("settings 0\ndevice_stop\nesp_restart\n", idf_calls());
}

static void wait_for_ever(void *arg)
{
    (void)arg;
    for (;;) {
        (void)ulTaskNotifyTake(pdTRUE, portMAX_DELAY);
    }
}

static void test_says_what_memory_is_left_when_that_becomes_less(void)
{
    static StaticTask_t task;
    static StackType_t stack[2048];
    start();
    idf_pass(1000);
    TEST_ASSERT_TRUE(idf_logged('I', "2000 bytes of stack (p1_device), 150000 bytes of heap"));
    idf_set_least_free_heap(50000);
    idf_pass(10000);
    TEST_ASSERT_TRUE(idf_logged('I', "2000 bytes of stack (p1_device), 50000 bytes of heap"));
    xTaskCreateStatic(wait_for_ever, "driver", sizeof stack, NULL, 12, stack, &task);
    idf_set_stack_left("driver", 1200);
    idf_pass(10000);
    TEST_ASSERT_TRUE(idf_logged('I', "1200 bytes of stack (driver), 50000 bytes of heap"));
    idf_set_stack_left("p1_device", 1201);
    idf_set_least_free_heap(40000);
    idf_pass(10000);
    TEST_ASSERT_TRUE(idf_logged('I', "1200 bytes of stack (driver), 40000 bytes of heap"));
    TEST_ASSERT_EQUAL(0, idf_heap_taken());
}

static void everything(void)
{
    app_main();
    idf_pass(1000);
}

static void test_handles_every_error(void)
{
    idf_fail_everywhere("main", everything);
}

int main(void)
{
    UNITY_BEGIN();
    RUN_ON_CHIP(test_starts_what_others_need_before_them_and_the_device_last);
    RUN_ON_CHIP(test_goes_on_without_a_driver_that_does_not_start);
    RUN_ON_CHIP(test_every_event_comes_to_its_entry);
    RUN_ON_CHIP(test_takes_all_bytes_from_the_meter_in_parts);
    RUN_ON_CHIP(test_gives_back_what_the_drivers_lent_once_the_device_has_seen_it);
    RUN_ON_CHIP(test_ticks_ten_times_a_second);
    RUN_ON_CHIP(test_ticks_though_events_never_end);
    RUN_ON_CHIP(test_a_driver_waits_for_room_and_no_event_is_lost_or_overtaken);
    RUN_ON_CHIP(test_what_the_device_tells_itself_comes_after_the_entry_though_the_queue_is_full);
    RUN_ON_CHIP(test_what_the_device_tells_itself_too_often_is_lost_with_a_sentence);
    RUN_ON_CHIP(test_feeds_the_watchdog_for_an_hour);
    RUN_ON_CHIP(test_restarts_after_the_farewell);
    RUN_ON_CHIP(test_says_what_memory_is_left_when_that_becomes_less);
    RUN_ON_CHIP(test_handles_every_error);
    return UNITY_END();
}
