#include "device_task.h"

#include "device.h"
#include "entries.h"
#include "esp_log.h"
#include "esp_system.h"
#include "esp_task_wdt.h"
#include "events.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "memory.h"
#include "p1_system.h"
#include "program.h"

#define TASK_PRIORITY 6

#define TICK pdMS_TO_TICKS(100)
/* How often the task looks what is left of the stacks and of the heap, in ticks of the device. */
#define LOOK_TICKS 100

/* Before a restart the broker is told, and settings that are being written still are. */
#define FAREWELL pdMS_TO_TICKS(500)

static const char *TAG = "main";

static StaticTask_t task;
static StackType_t task_stack[DEVICE_STACK];

static esp_err_t watch(void)
{
    const esp_err_t error = esp_task_wdt_add(NULL);
    if (error != ESP_OK) {
        ESP_LOGE(TAG, "The watchdog does not watch the device: %s.", esp_err_to_name(error));
    }
    return error;
}

static void feed(void)
{
    const esp_err_t error = esp_task_wdt_reset();
    if (error != ESP_OK) {
        ESP_LOGE(TAG, "The watchdog can't be told that the device runs: %s.", esp_err_to_name(error));
    }
}

static void restart(void)
{
    ESP_LOGI(TAG, "The device restarts.");
    device_stop();
    vTaskDelay(FAREWELL);
    esp_restart();
}

/* How many ticks of FreeRTOS it is until then. */
static TickType_t until(TickType_t moment)
{
    const TickType_t rest = moment - xTaskGetTickCount();
    return rest <= TICK ? rest : 0;
}

static void run(void *arg)
{
    (void)arg;
    events_set_owner(xTaskGetCurrentTaskHandle());
    const bool watched = watch() == ESP_OK;
    p1_init_device();
    device_start();
    TickType_t next = xTaskGetTickCount() + TICK;
    for (uint32_t ticks = 0;;) {
        event_t event;
        if (events_take(&event, until(next))) {
            entries_call(&event);
        }
        if (until(next) == 0) {
            next = xTaskGetTickCount() + TICK;
            device_on_tick();
            if (watched) {
                feed();
            }
            if (ticks++ % LOOK_TICKS == 0) {
                memory_look();
            }
        }
        if (p1_system_restart_wanted()) {
            restart();
        }
    }
}

void device_task_start(void)
{
    xTaskCreateStatic(run, "p1_device", DEVICE_STACK, NULL, TASK_PRIORITY, task_stack, &task);
}
