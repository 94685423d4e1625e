/* Stand-in for freertos/include/freertos/FreeRTOS.h: a tick is a millisecond, as sdkconfig.defaults has it. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sdkconfig.h"

typedef int BaseType_t;
typedef unsigned int UBaseType_t;
typedef uint32_t TickType_t;
typedef uint8_t StackType_t;

#define pdFALSE                     ((BaseType_t)0)
#define pdTRUE                      ((BaseType_t)1)
#define pdPASS                      pdTRUE
#define pdFAIL                      pdFALSE
#define errQUEUE_FULL               ((BaseType_t)0)
#define errQUEUE_EMPTY              ((BaseType_t)0)
#define portMAX_DELAY               ((TickType_t)0xffffffffUL)
#define configMAX_TASK_NAME_LEN     16
#define configTICK_RATE_HZ          CONFIG_FREERTOS_HZ
#define portTICK_PERIOD_MS          ((TickType_t)1000 / configTICK_RATE_HZ)
#define pdMS_TO_TICKS(milliseconds) ((TickType_t)(milliseconds) * configTICK_RATE_HZ / 1000)

/* One task runs at a time here: a critical section is what it is anyway. */
typedef int portMUX_TYPE;
#define portMUX_INITIALIZER_UNLOCKED 0
#define taskENTER_CRITICAL(lock)     ((void)(lock))
#define taskEXIT_CRITICAL(lock)      ((void)(lock))

/* The memory that a task or a queue is made in. */
typedef struct {
    void *task;
} StaticTask_t;

typedef struct QueueDefinition {
    uint8_t *storage;
    size_t item_size;
    size_t length;
    size_t count;
    size_t first;
} StaticQueue_t;
#endif
