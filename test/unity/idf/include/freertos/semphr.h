/* Stand-in for freertos/include/freertos/semphr.h: a semaphore is a queue of items without bytes, as in FreeRTOS. */
#pragma once

#include "freertos/queue.h"

#ifndef P1_REAL_ESP_IDF
typedef QueueHandle_t SemaphoreHandle_t;
typedef StaticQueue_t StaticSemaphore_t;

#define xSemaphoreCreateMutexStatic(buffer) xQueueCreateMutexStatic(queueQUEUE_TYPE_MUTEX, buffer)
#define xSemaphoreCreateBinaryStatic(buffer)                                                                           \
    xQueueGenericCreateStatic(1, 0, NULL, buffer, queueQUEUE_TYPE_BINARY_SEMAPHORE)
#define xSemaphoreTake(semaphore, ticks) xQueueSemaphoreTake(semaphore, ticks)
#define xSemaphoreGive(semaphore)        xQueueGenericSend(semaphore, NULL, 0, queueSEND_TO_BACK)
#endif
