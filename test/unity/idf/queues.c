/* FreeRTOS' queues, and its semaphores, which are queues of items without bytes. */
#include <stdlib.h>
#include <string.h>

#include "freertos/queue.h"
#include "stand_in.h"

static uint64_t end_of(TickType_t ticks)
{
    return ticks == portMAX_DELAY ? IDF_FOR_EVER : idf_now() + ticks;
}

QueueHandle_t xQueueGenericCreateStatic(const UBaseType_t uxQueueLength, const UBaseType_t uxItemSize,
                                        uint8_t *pucQueueStorage, StaticQueue_t *pxStaticQueue,
                                        const uint8_t ucQueueType)
{
    (void)ucQueueType;
    if (pxStaticQueue == NULL || uxQueueLength == 0 || (uxItemSize > 0 && pucQueueStorage == NULL)) {
        idf_misuse("a queue needs a length and memory");
    }
    *pxStaticQueue = (StaticQueue_t){.storage = pucQueueStorage, .item_size = uxItemSize, .length = uxQueueLength};
    return pxStaticQueue;
}

QueueHandle_t idf_queue_create(size_t length, size_t item_size)
{
    uint8_t *memory = malloc(sizeof(StaticQueue_t) + length * item_size);
    if (memory == NULL) {
        idf_misuse("no memory for a queue of %zu times %zu bytes", length, item_size);
    }
    return xQueueGenericCreateStatic((UBaseType_t)length, (UBaseType_t)item_size, memory + sizeof(StaticQueue_t),
                                     (StaticQueue_t *)(void *)memory, queueQUEUE_TYPE_BASE);
}

QueueHandle_t xQueueGenericCreate(const UBaseType_t uxQueueLength, const UBaseType_t uxItemSize,
                                  const uint8_t ucQueueType)
{
    IDF_MAY_FAIL_WITH(NULL);
    (void)ucQueueType;
    return idf_queue_create(uxQueueLength, uxItemSize);
}

void vQueueDelete(QueueHandle_t xQueue)
{
    /* Only a queue that has its bytes behind itself came from idf_queue_create. */
    if (xQueue->storage == (uint8_t *)(xQueue + 1)) {
        free(xQueue);
    }
}

static void *item_at(QueueHandle_t queue, size_t index)
{
    return queue->storage + (queue->first + index) % queue->length * queue->item_size;
}

BaseType_t xQueueGenericSend(QueueHandle_t xQueue, const void *const pvItemToQueue, TickType_t xTicksToWait,
                             const BaseType_t xCopyPosition)
{
    if (xCopyPosition == queueOVERWRITE) {
        xQueue->count = 0;
    }
    const uint64_t until = end_of(xTicksToWait);
    while (xQueue->count == xQueue->length) {
        if (!idf_wait(until)) {
            return errQUEUE_FULL;
        }
    }
    if (xCopyPosition == queueSEND_TO_FRONT) {
        xQueue->first = (xQueue->first + xQueue->length - 1) % xQueue->length;
    }
    if (xQueue->item_size > 0) {
        memcpy(item_at(xQueue, xCopyPosition == queueSEND_TO_FRONT ? 0 : xQueue->count), pvItemToQueue,
               xQueue->item_size);
    }
    xQueue->count++;
    idf_wake();
    return pdPASS;
}

BaseType_t xQueuePeek(QueueHandle_t xQueue, void *const pvBuffer, TickType_t xTicksToWait)
{
    const uint64_t until = end_of(xTicksToWait);
    while (xQueue->count == 0) {
        if (!idf_wait(until)) {
            return errQUEUE_EMPTY;
        }
    }
    if (xQueue->item_size > 0) {
        memcpy(pvBuffer, item_at(xQueue, 0), xQueue->item_size);
    }
    return pdPASS;
}

BaseType_t xQueueReceive(QueueHandle_t xQueue, void *const pvBuffer, TickType_t xTicksToWait)
{
    if (xQueuePeek(xQueue, pvBuffer, xTicksToWait) != pdPASS) {
        return errQUEUE_EMPTY;
    }
    xQueue->first = (xQueue->first + 1) % xQueue->length;
    xQueue->count--;
    idf_wake();
    return pdPASS;
}

BaseType_t xQueueGenericReset(QueueHandle_t xQueue, BaseType_t xNewQueue)
{
    (void)xNewQueue;
    xQueue->count = 0;
    idf_wake();
    return pdPASS;
}

UBaseType_t uxQueueMessagesWaiting(const QueueHandle_t xQueue)
{
    return (UBaseType_t)xQueue->count;
}

UBaseType_t uxQueueSpacesAvailable(const QueueHandle_t xQueue)
{
    return (UBaseType_t)(xQueue->length - xQueue->count);
}

QueueHandle_t xQueueCreateMutexStatic(const uint8_t ucQueueType, StaticQueue_t *pxStaticQueue)
{
    QueueHandle_t mutex = xQueueGenericCreateStatic(1, 0, NULL, pxStaticQueue, ucQueueType);
    mutex->count = 1;
    return mutex;
}

BaseType_t xQueueSemaphoreTake(QueueHandle_t xQueue, TickType_t xTicksToWait)
{
    return xQueueReceive(xQueue, NULL, xTicksToWait);
}
