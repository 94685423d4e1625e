#include "p1_names.h"

#include <string.h>

#include "esp_check.h"
#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/queue.h"
#include "freertos/task.h"
#include "mdns.h"

#define NAME_SIZE    64
#define PATIENCE_MS  2000
#define QUEUE_LENGTH 4
/* What a service tells of itself, as the header promises it. */
#define RECORDS_SIZE 161
#define RECORDS      8

#define TASK_STACK    3072
#define TASK_PRIORITY 4

static const char *TAG = "p1_names";

/* What the task is to do; each takes a lock of mDNS or waits for the home. */
typedef struct {
    enum { ANNOUNCE, OFFER, LOOK_UP } what;
    uint16_t port;
    uint32_t question;
    char name[NAME_SIZE];
    char records[RECORDS_SIZE];
} command_t;

static p1_names_answered_t announce;
static bool running;
/* The newest question; the answer to an older one is nobody's. */
static uint32_t newest;

static QueueHandle_t commands;
static StaticQueue_t commands_queue;
static uint8_t commands_storage[QUEUE_LENGTH * sizeof(command_t)];
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

/* Takes lines `key=value` to parts, in their place; mDNS copies what it keeps. */
static size_t split_records(char *lines, mdns_txt_item_t items[RECORDS])
{
    size_t count = 0;
    char *rest = NULL;
    for (char *line = strtok_r(lines, "\n", &rest); line != NULL && count < RECORDS;
         line = strtok_r(NULL, "\n", &rest)) {
        char *value = strchr(line, '=');
        if (value != NULL) {
            *value = '\0';
            items[count++] = (mdns_txt_item_t){.key = line, .value = value + 1};
        }
    }
    return count;
}

static esp_err_t offer(const char *service, uint16_t port, char *records)
{
    mdns_txt_item_t items[RECORDS];
    const size_t count = split_records(records, items);
    const bool is_offered = mdns_service_exists(service, "_tcp", NULL);
    if (port == 0) {
        if (is_offered) {
            ESP_RETURN_ON_ERROR(mdns_service_remove(service, "_tcp"), TAG, "%s can't be taken back.", service);
        }
        return ESP_OK;
    }
    if (!is_offered) {
        ESP_RETURN_ON_ERROR(mdns_service_add(NULL, service, "_tcp", port, items, count), TAG, "%s can't be offered.",
                            service);
        return ESP_OK;
    }
    ESP_RETURN_ON_ERROR(mdns_service_port_set(service, "_tcp", port), TAG, "%s can't change its port.", service);
    if (count > 0) {
        ESP_RETURN_ON_ERROR(mdns_service_txt_set(service, "_tcp", items, (uint8_t)count), TAG,
                            "%s can't tell of itself.", service);
    }
    return ESP_OK;
}

/* The address that somebody answers to, or 0. */
static uint32_t look_up(const char *name)
{
    esp_ip4_addr_t address = {0};
    const esp_err_t error = mdns_query_a(name, PATIENCE_MS, &address);
    if (error == ESP_OK) {
        return __builtin_bswap32(
            address.addr); /* It stands in the network's order, on a chip that has the other one. */
    }
    ESP_LOGW(TAG, "%s.local: %s.", name, error == ESP_ERR_NOT_FOUND ? "nobody answers" : esp_err_to_name(error));
    return 0;
}

static void run(command_t *command)
{
    switch (command->what) {
    case ANNOUNCE: {
        const esp_err_t error = mdns_hostname_set(command->name);
        if (error != ESP_OK) {
            ESP_LOGE(TAG, "The device can't be %s.local: %s.", command->name, esp_err_to_name(error));
        }
        break;
    }
    case OFFER:
        (void)offer(command->name, command->port, command->records);
        break;
    case LOOK_UP: {
        const uint32_t address = running ? look_up(command->name) : 0;
        if (command->question == __atomic_load_n(&newest, __ATOMIC_RELAXED)) {
            announce(address == 0 ? PLATFORM_NAMES_EVENT_NOT_FOUND : PLATFORM_NAMES_EVENT_FOUND, address);
        }
        break;
    }
    }
}

static void work(void *arg)
{
    (void)arg;
    for (;;) {
        command_t command;
        if (xQueueReceive(commands, &command, portMAX_DELAY) == pdTRUE) {
            if (running || command.what == LOOK_UP) {
                run(&command);
            }
        }
    }
}

esp_err_t p1_names_init(p1_names_answered_t answered)
{
    announce = answered;
    commands = xQueueCreateStatic(QUEUE_LENGTH, sizeof(command_t), commands_storage, &commands_queue);
    xTaskCreateStatic(work, TAG, TASK_STACK, NULL, TASK_PRIORITY, task_stack, &task);
    ESP_RETURN_ON_ERROR(mdns_init(), TAG, "mDNS does not start: the device has no name in the home.");
    running = true;
    return ESP_OK;
}

/* Hands a name to the task. The newest question is the one that counts, so an old one may fall out. */
static void command(command_t wanted, ts_bytes name)
{
    const size_t length = name.length < NAME_SIZE ? name.length : NAME_SIZE - 1;
    memcpy(wanted.name, name.data, length);
    wanted.name[length] = '\0';
    if (xQueueSend(commands, &wanted, 0) != pdTRUE) {
        ESP_LOGE(TAG, "Too many calls wait for mDNS: %s is left out.", wanted.name);
        if (wanted.what == LOOK_UP) {
            announce(PLATFORM_NAMES_EVENT_NOT_FOUND, 0);
        }
    }
}

void p1_names_announce(ts_bytes host)
{
    command((command_t){.what = ANNOUNCE}, host);
}

void p1_names_offer(ts_bytes service, uint16_t port, ts_bytes records)
{
    command_t wanted = {.what = OFFER, .port = port};
    memcpy(wanted.records, records.data, records.length < RECORDS_SIZE ? records.length : RECORDS_SIZE - 1);
    command(wanted, service);
}

void p1_names_look_up(ts_bytes host)
{
    const uint32_t question = __atomic_add_fetch(&newest, 1, __ATOMIC_RELAXED);
    command((command_t){.what = LOOK_UP, .question = question}, host);
}
