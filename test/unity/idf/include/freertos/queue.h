/* Stand-in for freertos/include/freertos/queue.h. */
#pragma once

#include "freertos/FreeRTOS.h"

#ifndef P1_REAL_ESP_IDF
typedef struct QueueDefinition *QueueHandle_t;

#define queueSEND_TO_BACK                ((BaseType_t)0)
#define queueSEND_TO_FRONT               ((BaseType_t)1)
#define queueOVERWRITE                   ((BaseType_t)2)
#define queueQUEUE_TYPE_BASE             ((uint8_t)0U)
#define queueQUEUE_TYPE_MUTEX            ((uint8_t)1U)
#define queueQUEUE_TYPE_BINARY_SEMAPHORE ((uint8_t)3U)

#define xQueueCreate(length, size) xQueueGenericCreate(length, size, queueQUEUE_TYPE_BASE)
#define xQueueCreateStatic(length, size, storage, buffer)                                                              \
    xQueueGenericCreateStatic(length, size, storage, buffer, queueQUEUE_TYPE_BASE)
#define xQueueSend(queue, item, ticks)        xQueueGenericSend(queue, item, ticks, queueSEND_TO_BACK)
#define xQueueSendToBack(queue, item, ticks)  xQueueGenericSend(queue, item, ticks, queueSEND_TO_BACK)
#define xQueueSendToFront(queue, item, ticks) xQueueGenericSend(queue, item, ticks, queueSEND_TO_FRONT)
#define xQueueOverwrite(queue, item)          xQueueGenericSend(queue, item, 0, queueOVERWRITE)
#define xQueueReset(queue)                    xQueueGenericReset(queue, pdFALSE)
#endif

QueueHandle_t xQueueGenericCreate(const UBaseType_t uxQueueLength, const UBaseType_t uxItemSize,
                                  const uint8_t ucQueueType);
QueueHandle_t xQueueGenericCreateStatic(const UBaseType_t uxQueueLength, const UBaseType_t uxItemSize,
                                        uint8_t *pucQueueStorage, StaticQueue_t *pxStaticQueue,
                                        const uint8_t ucQueueType);
BaseType_t xQueueGenericSend(QueueHandle_t xQueue, const void *const pvItemToQueue, TickType_t xTicksToWait,
                             const BaseType_t xCopyPosition);
BaseType_t xQueueReceive(QueueHandle_t xQueue, void *const pvBuffer, TickType_t xTicksToWait);
BaseType_t xQueuePeek(QueueHandle_t xQueue, void *const pvBuffer, TickType_t xTicksToWait);
BaseType_t xQueueGenericReset(QueueHandle_t xQueue, BaseType_t xNewQueue);
UBaseType_t uxQueueMessagesWaiting(const QueueHandle_t xQueue);
UBaseType_t uxQueueSpacesAvailable(const QueueHandle_t xQueue);
void vQueueDelete(QueueHandle_t xQueue);
QueueHandle_t xQueueCreateMutexStatic(const uint8_t ucQueueType, StaticQueue_t *pxStaticQueue);
BaseType_t xQueueSemaphoreTake(QueueHandle_t xQueue, TickType_t xTicksToWait);
