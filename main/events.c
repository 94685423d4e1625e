#include "events.h"

#include "esp_log.h"
#include "freertos/queue.h"

/* What the device's calls may tell while they run: that an attempt failed before it began. */
#define OWN_WAITING 4

static const char *TAG = "main";

static TaskHandle_t owner;

static QueueHandle_t queue;
static StaticQueue_t queue_memory;
static uint8_t queue_storage[EVENTS_WAITING * sizeof(event_t)];

/* The owner's own events: it can't wait for itself to make room. */
static QueueHandle_t own;
static StaticQueue_t own_memory;
static uint8_t own_storage[OWN_WAITING * sizeof(event_t)];

void events_init(void)
{
    queue = xQueueCreateStatic(EVENTS_WAITING, sizeof(event_t), queue_storage, &queue_memory);
    own = xQueueCreateStatic(OWN_WAITING, sizeof(event_t), own_storage, &own_memory);
}

void events_set_owner(TaskHandle_t task)
{
    owner = task;
}

void events_post(const event_t *event)
{
    if (xTaskGetCurrentTaskHandle() != owner) {
        (void)xQueueSend(queue, event, portMAX_DELAY);
    } else if (xQueueSend(own, event, 0) != pdTRUE) {
        ESP_LOGE(TAG, "The device told itself too much at once: event %d is lost.", (int)event->kind);
    }
}

bool events_take(event_t *event, TickType_t ticks)
{
    return xQueueReceive(own, event, 0) == pdTRUE || xQueueReceive(queue, event, ticks) == pdTRUE;
}
