#include "p1_console.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "esp_check.h"
#include "esp_console.h"
#include "esp_heap_caps.h"
#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "port.h"

#define PROMPT "p1> "

#define CTRL_C    0x03
#define BACKSPACE 0x08
#define CTRL_U    0x15
#define DELETE    0x7f

#define TASK_STACK    2560
#define TASK_PRIORITY 2

/* What a packet begins with, and where its length stands; its data follow, and one byte more. */
#define PACKET    "IMPROV\x01"
#define LENGTH_AT 8

static const char *TAG = "p1_console";

static p1_console_line_t announce;

/* With room for the zero at its end that esp_console wants. */
static char line[P1_CONSOLE_LINE_SIZE + 1];
static size_t length;
/* The byte before was a carriage return: a line feed belongs to it. */
static bool was_return;

/* What the device answered. The task prints it, since the port is slow; it is on the heap as long as that takes. */
static char *answer;
static size_t answer_length;

/* The commands' names, on the heap: esp_console keeps the addresses. */
static char *names;

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
    if (length == 0 || length == P1_CONSOLE_LINE_SIZE) {
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

/* The device gets the line as it was typed: esp_console's words have lost their quotes and backslashes. */
static int hand_over(void *context, int argc, char **argv)
{
    (void)context;
    (void)argc;
    (void)argv;
    announce((ts_bytes){.data = (const uint8_t *)line, .length = (uint32_t)length});
    ulTaskNotifyTake(pdTRUE, portMAX_DELAY);
    print(answer == NULL ? "" : answer, answer_length);
    heap_caps_free(answer);
    answer = NULL;
    answer_length = 0;
    return 0;
}

/* Else the line was run, or begins with no command, or has no word at all. */
static bool is_failure(esp_err_t error)
{
    return error != ESP_OK && error != ESP_ERR_NOT_FOUND && error != ESP_ERR_INVALID_ARG;
}

/* A line that begins with no command is the device's too: it says which ones there are. */
static void run(void)
{
    int result = 0;
    line[length] = '\0';
    const esp_err_t error = esp_console_run(line, &result);
    if (is_failure(error)) {
        ESP_LOGE(TAG, "Only the device's own commands work: %s.", esp_err_to_name(error));
    }
    if (error != ESP_OK) {
        (void)hand_over(NULL, 0, NULL);
    } else if (result != 0) {
        printf("The command failed: %s.\n", esp_err_to_name(result));
    }
}

/* esp_console keeps a copy of the last line: blanks, which are no command, take its place. */
static void forget_copy(void)
{
    int result = 0;
    memset(line, ' ', P1_CONSOLE_LINE_SIZE);
    const esp_err_t error = esp_console_run(line, &result);
    if (is_failure(error)) {
        ESP_LOGE(TAG, "What was typed stays in memory: %s.", esp_err_to_name(error));
    }
}

static void end_line(void)
{
    print_text("\n");
    if (length > 0) {
        run();
        forget_copy();
    }
    forget();
    print_text(PROMPT);
}

static bool begins_with(const char *start)
{
    return length >= strlen(start) && memcmp(line, start, strlen(start)) == 0;
}

/* A byte of a packet: it is not shown, and is no command for anybody. */
static void take_of_packet(uint8_t byte)
{
    line[length++] = (char)byte;
    if (length > LENGTH_AT && length == (size_t)(uint8_t)line[LENGTH_AT] + LENGTH_AT + 2) {
        (void)hand_over(NULL, 0, NULL);
        forget();
    }
}

static void take(uint8_t byte)
{
    if (begins_with(PACKET) || (length == sizeof PACKET - 2 && byte == PACKET[length] && begins_with("IMPROV"))) {
        take_of_packet(byte);
    } else if (byte == '\r' || (byte == '\n' && !was_return)) {
        end_line();
    } else if (byte == BACKSPACE || byte == DELETE) {
        erase();
    } else if (byte == CTRL_C || byte == CTRL_U) {
        forget();
        print_text("\n" PROMPT);
    } else if ((byte >= ' ' || byte == '\t') && length < P1_CONSOLE_LINE_SIZE) {
        line[length++] = (char)byte;
        print((const char *)&byte, 1);
    }
    was_return = byte == '\r';
}

static void read_keyboard(void *arg)
{
    (void)arg;
    ulTaskNotifyTake(pdTRUE, portMAX_DELAY); /* The commands are not known before p1_console_listen. */
    for (;;) {
        const int byte = port_read();
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
    const esp_console_config_t config = {.max_cmdline_length = sizeof line, .max_cmdline_args = 32};
    announce = typed;
    ESP_RETURN_ON_ERROR(port_open(), TAG, "Nobody can type at the console.");
    ESP_RETURN_ON_ERROR(esp_console_init(&config), TAG, "The console has no commands.");
    reader = xTaskCreateStatic(read_keyboard, TAG, TASK_STACK, NULL, TASK_PRIORITY, task_stack, &task);
    return ESP_OK;
}

/* Cuts the names at their spaces. */
static esp_err_t register_commands(void)
{
    char *rest = NULL;
    for (const char *word = strtok_r(names, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
        const esp_console_cmd_t command = {.command = word, .func_w_context = hand_over};
        ESP_RETURN_ON_ERROR(esp_console_cmd_register(&command), TAG, "The command %s is not registered.", word);
    }
    return ESP_OK;
}

void p1_console_listen(ts_bytes commands)
{
    if (reader == NULL) {
        return; /* p1_console_init has said why. */
    }
    names = heap_caps_malloc(commands.length + 1, MALLOC_CAP_DEFAULT);
    if (names == NULL) {
        ESP_LOGE(TAG, "There is no memory for the commands' names.");
    } else {
        memcpy(names, commands.data, commands.length);
        names[commands.length] = '\0';
        (void)register_commands(); /* A line that is no command is the device's all the same. */
    }
    ESP_LOGI(TAG, "Commands can be typed here: help names them.");
    xTaskNotifyGive(reader);
}

void p1_console_done(void)
{
    xTaskNotifyGive(reader);
}

void p1_console_send(ts_bytes packet)
{
    if (!port_send(packet.data, packet.length)) {
        ESP_LOGW(TAG, "A packet for a program at the console is lost: nobody takes it.");
    }
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
