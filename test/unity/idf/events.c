/* The default event loop: a task that calls whoever registered. */
#include "esp_event.h"

#include <string.h>

#include "freertos/queue.h"
#include "freertos/task.h"
#include "stand_in.h"

#define MAX_HANDLERS 8
#define QUEUE_LENGTH 32

typedef struct {
    esp_event_base_t base;
    int32_t id;
    _Alignas(8) uint8_t data[64];
} event_t;

static struct {
    esp_event_base_t base;
    int32_t id;
    esp_event_handler_t code;
    void *argument;
} handlers[MAX_HANDLERS];

static QueueHandle_t events;
static StaticTask_t task;
static StackType_t task_stack[4096];

static void loop(void *arg)
{
    (void)arg;
    for (;;) {
        event_t event;
        (void)xQueueReceive(events, &event, portMAX_DELAY);
        for (size_t i = 0; i < MAX_HANDLERS; i++) {
            if (handlers[i].base == event.base && (handlers[i].id == ESP_EVENT_ANY_ID || handlers[i].id == event.id)) {
                handlers[i].code(handlers[i].argument, event.base, event.id, event.data);
            }
        }
    }
}

void idf_event(const char *base, int32_t id, const void *data, size_t size)
{
    event_t event = {.base = base, .id = id};
    if (events == NULL || size > sizeof event.data) {
        idf_misuse("an event without a loop, or one too large");
    }
    if (size > 0) {
        memcpy(event.data, data, size);
    }
    if (xQueueSend(events, &event, 0) != pdTRUE) {
        idf_misuse("the event loop's queue is full");
    }
}

esp_err_t esp_event_loop_create_default(void)
{
    IDF_MAY_FAIL();
    if (events != NULL) {
        return ESP_ERR_INVALID_STATE;
    }
    events = idf_queue_create(QUEUE_LENGTH, sizeof(event_t));
    xTaskCreateStatic(loop, "sys_evt", sizeof task_stack, NULL, 20, task_stack, &task);
    return ESP_OK;
}

esp_err_t esp_event_handler_register(esp_event_base_t event_base, int32_t event_id, esp_event_handler_t event_handler,
                                     void *event_handler_arg)
{
    IDF_MAY_FAIL();
    if (events == NULL) {
        return ESP_ERR_INVALID_STATE;
    }
    for (size_t i = 0; i < MAX_HANDLERS; i++) {
        if (handlers[i].code == NULL) {
            handlers[i].base = event_base;
            handlers[i].id = event_id;
            handlers[i].code = event_handler;
            handlers[i].argument = event_handler_arg;
            return ESP_OK;
        }
    }
    idf_misuse("more than %d event handlers", MAX_HANDLERS);
}
