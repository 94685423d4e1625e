#include "p1_console.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "esp_check.h"
#include "esp_heap_caps.h"
#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "keyboard.h"

#define PROMPT "p1> "

#define CTRL_C    0x03
#define BACKSPACE 0x08
#define CTRL_U    0x15
#define DELETE    0x7f

#define TASK_STACK    2560
#define TASK_PRIORITY 2

static const char *TAG = "p1_console";

static p1_console_line_t announce;

static uint8_t line[P1_CONSOLE_LINE_SIZE];
static size_t length;
/* The byte before was a carriage return: a line feed belongs to it. */
static bool was_return;

/* What the device answered. The task prints it, since the port is slow; it is on the heap as long as that takes. */
static char *answer;
static size_t answer_length;

static TaskHandle_t reader;
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

static void print(const char *bytes, size_t count)
{
    (void)fwrite(bytes, 1, count, stdout);
    (void)fflush(stdout);
}

static void print_text(const char *text)
{
    print(text, strlen(text));
}

/* A character of UTF-8 has several bytes, and goes as one. */
static void erase(void)
{
    if (length == 0 || length == sizeof line) {
        return; /* Of a line that is too long nobody knows what was typed last. */
    }
    do {
        length--;
    } while (length > 0 && (line[length] & 0xc0) == 0x80);
    print_text("\b \b");
}

/* What is typed may be a password: it does not stay. */
static void forget(void)
{
    memset(line, 0, sizeof line);
    length = 0;
}

static void hand_over(void)
{
    print_text("\n");
    if (length > 0) {
        announce((ts_bytes){.data = line, .length = (uint32_t)length});
        ulTaskNotifyTake(pdTRUE, portMAX_DELAY);
        print(answer == NULL ? "" : answer, answer_length);
        heap_caps_free(answer);
        answer = NULL;
        answer_length = 0;
    }
    forget();
    print_text(PROMPT);
}

static void take(uint8_t byte)
{
    if (byte == '\r' || (byte == '\n' && !was_return)) {
        hand_over();
    } else if (byte == BACKSPACE || byte == DELETE) {
        erase();
    } else if (byte == CTRL_C || byte == CTRL_U) {
        forget();
        print_text("\n" PROMPT);
    } else if ((byte >= ' ' || byte == '\t') && length < sizeof line) {
        line[length++] = byte;
        print((const char *)&byte, 1);
    }
    was_return = byte == '\r';
}

static void read_keyboard(void *arg)
{
    (void)arg;
    for (;;) {
        const int byte = keyboard_read();
        if (byte >= 0) {
            take((uint8_t)byte);
        } else {
            ESP_LOGE(TAG, "The console can't be read.");
            vTaskDelay(pdMS_TO_TICKS(10000));
        }
    }
}

esp_err_t p1_console_init(p1_console_line_t typed)
{
    announce = typed;
    ESP_RETURN_ON_ERROR(keyboard_open(), TAG, "Nobody can type at the console.");
    reader = xTaskCreateStatic(read_keyboard, TAG, TASK_STACK, NULL, TASK_PRIORITY, task_stack, &task);
    ESP_LOGI(TAG, "Commands can be typed here: help names them.");
    return ESP_OK;
}

void p1_console_done(void)
{
    xTaskNotifyGive(reader);
}

void p1_console_write(ts_bytes bytes)
{
    char *longer = heap_caps_malloc(answer_length + bytes.length, MALLOC_CAP_DEFAULT);
    if (longer == NULL) {
        ESP_LOGE(TAG, "There is no memory for an answer.");
        return;
    }
    memcpy(longer, answer == NULL ? "" : answer, answer_length);
    memcpy(longer + answer_length, bytes.data, bytes.length);
    heap_caps_free(answer);
    answer = longer;
    answer_length += bytes.length;
}
