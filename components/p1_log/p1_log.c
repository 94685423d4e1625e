#include "p1_log.h"

#include <stdarg.h>
#include <stdio.h>

#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"

/* A longer line is cut in the ring, and whole on the console. */
#define LINE_SIZE 192

static const char *TAG = "p1";

/* Lines come from every task, so the ring is behind a lock that holds for the copying of one. */
static portMUX_TYPE lock = portMUX_INITIALIZER_UNLOCKED;
static char ring[P1_LOG_SIZE];
/* How many bytes were ever kept. */
static uint32_t total;
static vprintf_like_t console;

static void keep(const char *text, size_t length)
{
    taskENTER_CRITICAL(&lock);
    for (size_t i = 0; i < length; i++) {
        ring[total++ % sizeof ring] = text[i];
    }
    taskEXIT_CRITICAL(&lock);
}

static int keep_and_print(const char *format, va_list arguments)
{
    char line[LINE_SIZE];
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(line, sizeof line, format, again);
    va_end(again);
    if (length >= (int)sizeof line) {
        line[sizeof line - 2] = '\n';
        keep(line, sizeof line - 1);
    } else if (length > 0) {
        keep(line, (size_t)length);
    }
    return console(format, arguments);
}

void p1_log_init(void)
{
    console = esp_log_set_vprintf(keep_and_print);
}

uint32_t p1_log_oldest(void)
{
    taskENTER_CRITICAL(&lock);
    const uint32_t oldest = total < sizeof ring ? 0 : total - (uint32_t)sizeof ring;
    taskEXIT_CRITICAL(&lock);
    return oldest;
}

uint16_t p1_log_read(uint32_t from, ts_span_u8 into)
{
    uint32_t count = 0;
    taskENTER_CRITICAL(&lock);
    const uint32_t oldest = total < sizeof ring ? 0 : total - (uint32_t)sizeof ring;
    /* What was overwritten since it was asked for is skipped. */
    const uint32_t start = from < oldest ? oldest : from;
    while (count < into.length && start + count < total) {
        into.data[count] = (uint8_t)ring[(start + count) % sizeof ring];
        count++;
    }
    taskEXIT_CRITICAL(&lock);
    return (uint16_t)count;
}

void p1_log_write(platform_level_t level, ts_bytes message)
{
    const int length = (int)message.length;
    const char *text = (const char *)message.data;
    switch (level) {
    case PLATFORM_LEVEL_ERROR:
        ESP_LOGE(TAG, "%.*s", length, text);
        break;
    case PLATFORM_LEVEL_WARNING:
        ESP_LOGW(TAG, "%.*s", length, text);
        break;
    case PLATFORM_LEVEL_INFO:
        ESP_LOGI(TAG, "%.*s", length, text);
        break;
    case PLATFORM_LEVEL_DEBUG:
        ESP_LOGD(TAG, "%.*s", length, text);
        break;
    }
}
