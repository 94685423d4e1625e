#include "memory.h"

#include <stdint.h>
#include <string.h>

#include "esp_heap_caps.h"
#include "esp_log.h"
#include "esp_system.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"

static const char *TAG = "main";

/* The least that a task ever had left of its stack, in bytes, and which task that was. */
static uint32_t least_stack = UINT32_MAX;
static char least_task[configMAX_TASK_NAME_LEN];

/* Looks at every task's stack, ESP-IDF's too. Whether one has less left than any had before. */
static bool look_at_stacks(void)
{
    const UBaseType_t room = uxTaskGetNumberOfTasks();
    TaskStatus_t *tasks = heap_caps_malloc(room * sizeof *tasks, MALLOC_CAP_DEFAULT);
    if (tasks == NULL) {
        ESP_LOGW(TAG, "There is no memory to look at the stacks.");
        return false;
    }
    bool is_less = false;
    /* None where a task was made meanwhile. */
    const UBaseType_t count = uxTaskGetSystemState(tasks, room, NULL);
    for (UBaseType_t i = 0; i < count; i++) {
        if (tasks[i].usStackHighWaterMark < least_stack) {
            least_stack = tasks[i].usStackHighWaterMark;
            (void)strncpy(least_task, tasks[i].pcTaskName, sizeof least_task - 1);
            is_less = true;
        }
    }
    heap_caps_free(tasks);
    return is_less;
}

void memory_look(void)
{
    static uint32_t least_heap = UINT32_MAX;
    const uint32_t heap = esp_get_minimum_free_heap_size();
    const bool is_less = look_at_stacks();
    if (is_less || heap < least_heap) {
        least_heap = heap;
        ESP_LOGI(TAG, "Least memory so far: %u bytes of stack (%s), %u bytes of heap.", (unsigned)least_stack,
                 least_task, (unsigned)heap);
    }
}
