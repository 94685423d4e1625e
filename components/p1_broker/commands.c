#include "commands.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/queue.h"
#include "p1_broker.h"

/* Messages, and what else may wait at that time: a connection's begin and end, and the device's own wish for one. */
#define LENGTH (P1_BROKER_OUTBOX_MESSAGES + 4)

static const char *TAG = "p1_broker";

static QueueHandle_t commands;
static StaticQueue_t memory;
static uint8_t storage[LENGTH * sizeof(command_t *)];
static atomic_size_t waiting_bytes;

void commands_start(void)
{
    commands = xQueueCreateStatic(LENGTH, sizeof(command_t *), storage, &memory);
}

command_t *commands_make(what_t what, const ts_bytes *texts, size_t count)
{
    size_t size = sizeof(command_t);
    for (size_t i = 0; i < count; i++) {
        size += texts[i].length + 1;
    }
    const bool bound = what == PUBLISH || what == SUBSCRIBE;
    if (bound && (atomic_load(&waiting_bytes) + size > P1_BROKER_OUTBOX_BYTES ||
                  uxQueueMessagesWaiting(commands) >= P1_BROKER_OUTBOX_MESSAGES)) {
        return NULL;
    }
    command_t *command = calloc(1, size);
    if (command == NULL) {
        ESP_LOGE(TAG, "There is no memory for %u bytes.", (unsigned)size);
        return NULL;
    }
    command->what = what;
    command->size = size;
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        command->offset[i] = (uint32_t)at;
        if (texts[i].length > 0) {
            memcpy(command->bytes + at, texts[i].data, texts[i].length);
        }
        at += texts[i].length + 1;
    }
    return command;
}

const char *commands_text(const command_t *command, size_t index)
{
    return command->bytes + command->offset[index];
}

bool commands_queue(command_t *command)
{
    if (command == NULL) {
        return false;
    }
    atomic_fetch_add(&waiting_bytes, command->size);
    if (xQueueSend(commands, &command, 0) != pdTRUE) {
        atomic_fetch_sub(&waiting_bytes, command->size);
        free(command);
        return false;
    }
    return true;
}

command_t *commands_next(void)
{
    command_t *command = NULL;
    while (xQueueReceive(commands, &command, portMAX_DELAY) != pdTRUE) {
    }
    return command;
}

void commands_done(command_t *command)
{
    atomic_fetch_sub(&waiting_bytes, command->size);
    free(command);
}
