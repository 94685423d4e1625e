/*
 * FreeRTOS' tasks. Each is a thread, but one runs at a time, and only when it waits the next one does: the ready one of
 * the highest priority. When all wait, time jumps to the earliest moment that one of them waits for. So every run is
 * the same, and an hour of the chip takes no time.
 */
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "chip.h"
#include "freertos/task.h"
#include "stand_in.h"

#define MAX_TASKS 32

struct tskTaskControlBlock {
    pthread_t thread;
    pthread_cond_t turn;
    TaskFunction_t code;
    void *argument;
    const char *name;
    int priority;
    enum { ABSENT, READY, WAITING, ASLEEP, ENDED } state;
    uint64_t until;
    uint32_t notifications;
    uint32_t stack_left;
};

/* The first task is the test itself: it runs when no other one can. */
static struct tskTaskControlBlock tasks[MAX_TASKS] = {
    {.turn = PTHREAD_COND_INITIALIZER, .name = "test", .priority = -1, .state = READY}};
static struct tskTaskControlBlock *running = &tasks[0];
/* Held by the task that runs. */
static pthread_mutex_t baton = PTHREAD_MUTEX_INITIALIZER;
static uint64_t now;

static void hold_baton(void)
{
    static bool held;
    if (!held) {
        held = true;
        pthread_mutex_lock(&baton);
    }
}

static struct tskTaskControlBlock *first_ready(void)
{
    struct tskTaskControlBlock *first = NULL;
    for (size_t i = 0; i < MAX_TASKS; i++) {
        if (tasks[i].state == READY && (first == NULL || tasks[i].priority > first->priority)) {
            first = &tasks[i];
        }
    }
    return first;
}

static void jump_to_the_next_moment(void)
{
    uint64_t next = IDF_FOR_EVER;
    for (size_t i = 0; i < MAX_TASKS; i++) {
        const bool waits = tasks[i].state == WAITING || tasks[i].state == ASLEEP;
        next = waits && tasks[i].until < next ? tasks[i].until : next;
    }
    if (next == IDF_FOR_EVER) {
        idf_misuse("every task waits for ever, the test too");
    }
    now = next > now ? next : now;
    for (size_t i = 0; i < MAX_TASKS; i++) {
        const bool waits = tasks[i].state == WAITING || tasks[i].state == ASLEEP;
        tasks[i].state = waits && tasks[i].until <= now ? READY : tasks[i].state;
    }
}

/* The running task gives its turn to another one, and goes on when it is its own turn again. */
static void give_turn(void)
{
    hold_baton();
    struct tskTaskControlBlock *self = running;
    running = first_ready();
    if (running == NULL) {
        jump_to_the_next_moment();
        running = first_ready();
    }
    if (running != self) {
        pthread_cond_signal(&running->turn);
        while (running != self) {
            pthread_cond_wait(&self->turn, &baton);
        }
    }
}

bool idf_wait(uint64_t until)
{
    if (until <= now) {
        return false;
    }
    running->state = WAITING;
    running->until = until;
    give_turn();
    return until > now;
}

void idf_wake(void)
{
    for (size_t i = 0; i < MAX_TASKS; i++) {
        tasks[i].state = tasks[i].state == WAITING ? READY : tasks[i].state;
    }
}

uint64_t idf_now(void)
{
    return now;
}

static void sleep_until(uint64_t until)
{
    running->state = ASLEEP;
    running->until = until;
    give_turn();
}

void idf_pass(uint32_t milliseconds)
{
    sleep_until(now + milliseconds);
}

static void *run(void *argument)
{
    struct tskTaskControlBlock *self = argument;
    pthread_mutex_lock(&baton);
    while (running != self) {
        pthread_cond_wait(&self->turn, &baton);
    }
    self->code(self->argument);
    idf_misuse("the task %s returned: a task ends with vTaskDelete(NULL)", self->name);
}

static TaskHandle_t create(TaskFunction_t code, const char *name, void *argument, UBaseType_t priority)
{
    hold_baton();
    for (size_t i = 1; i < MAX_TASKS; i++) {
        struct tskTaskControlBlock *task = &tasks[i];
        if (task->state == ABSENT) {
            *task = (struct tskTaskControlBlock){.turn = PTHREAD_COND_INITIALIZER,
                                                 .code = code,
                                                 .argument = argument,
                                                 .name = name,
                                                 .priority = (int)priority,
                                                 .stack_left = 2000,
                                                 .state = READY};
            if (pthread_create(&task->thread, NULL, run, task) != 0) {
                idf_misuse("no thread for the task %s", name);
            }
            return task;
        }
    }
    idf_misuse("more than %d tasks", MAX_TASKS - 1);
}

BaseType_t xTaskCreatePinnedToCore(TaskFunction_t pxTaskCode, const char *const pcName, const uint32_t ulStackDepth,
                                   void *const pvParameters, UBaseType_t uxPriority, TaskHandle_t *const pxCreatedTask,
                                   const BaseType_t xCoreID)
{
    IDF_MAY_FAIL_WITH(pdFALSE);
    (void)ulStackDepth;
    (void)xCoreID;
    TaskHandle_t task = create(pxTaskCode, pcName, pvParameters, uxPriority);
    if (pxCreatedTask != NULL) {
        *pxCreatedTask = task;
    }
    return pdTRUE;
}

TaskHandle_t xTaskCreateStaticPinnedToCore(TaskFunction_t pxTaskCode, const char *const pcName,
                                           const uint32_t ulStackDepth, void *const pvParameters,
                                           UBaseType_t uxPriority, StackType_t *const puxStackBuffer,
                                           StaticTask_t *const pxTaskBuffer, const BaseType_t xCoreID)
{
    (void)ulStackDepth;
    (void)xCoreID;
    if (puxStackBuffer == NULL || pxTaskBuffer == NULL) {
        idf_misuse("the task %s was given no memory", pcName);
    }
    pxTaskBuffer->task = create(pxTaskCode, pcName, pvParameters, uxPriority);
    return pxTaskBuffer->task;
}

void vTaskDelete(TaskHandle_t xTaskToDelete)
{
    struct tskTaskControlBlock *task = xTaskToDelete == NULL ? running : xTaskToDelete;
    task->state = ENDED;
    if (task == running) {
        give_turn();
    }
}

void vTaskDelay(const TickType_t xTicksToDelay)
{
    sleep_until(now + xTicksToDelay);
}

TickType_t xTaskGetTickCount(void)
{
    return (TickType_t)now;
}

TaskHandle_t xTaskGetCurrentTaskHandle(void)
{
    return running;
}

static bool exists(const struct tskTaskControlBlock *task)
{
    return task != &tasks[0] && task->state != ABSENT && task->state != ENDED;
}

UBaseType_t uxTaskGetNumberOfTasks(void)
{
    UBaseType_t count = 0;
    for (size_t i = 0; i < MAX_TASKS; i++) {
        count += exists(&tasks[i]);
    }
    return count;
}

UBaseType_t uxTaskGetSystemState(TaskStatus_t *const pxTaskStatusArray, const UBaseType_t uxArraySize,
                                 uint32_t *const pulTotalRunTime)
{
    UBaseType_t count = 0;
    if (pulTotalRunTime != NULL) {
        idf_misuse("the stand-in measures no run time");
    }
    if (uxArraySize < uxTaskGetNumberOfTasks()) {
        return 0;
    }
    for (size_t i = 0; i < MAX_TASKS; i++) {
        if (exists(&tasks[i])) {
            pxTaskStatusArray[count++] =
                (TaskStatus_t){.pcTaskName = tasks[i].name, .usStackHighWaterMark = tasks[i].stack_left};
        }
    }
    return count;
}

/* The threads' own stacks are not those of the chip. */
void idf_set_stack_left(const char *name, uint32_t bytes)
{
    for (size_t i = 0; i < MAX_TASKS; i++) {
        if (exists(&tasks[i]) && strcmp(tasks[i].name, name) == 0) {
            tasks[i].stack_left = bytes;
        }
    }
}

BaseType_t xTaskGenericNotify(TaskHandle_t xTaskToNotify, UBaseType_t uxIndexToNotify, uint32_t ulValue,
                              eNotifyAction eAction, uint32_t *pulPreviousNotificationValue)
{
    if (uxIndexToNotify != 0 || ulValue != 0 || eAction != eIncrement || pulPreviousNotificationValue != NULL) {
        idf_misuse("the stand-in of a notification only knows xTaskNotifyGive");
    }
    xTaskToNotify->notifications++;
    idf_wake();
    return pdPASS;
}

uint32_t ulTaskGenericNotifyTake(UBaseType_t uxIndexToWaitOn, BaseType_t xClearCountOnExit, TickType_t xTicksToWait)
{
    (void)uxIndexToWaitOn;
    const uint64_t until = xTicksToWait == portMAX_DELAY ? IDF_FOR_EVER : now + xTicksToWait;
    while (running->notifications == 0 && idf_wait(until)) {
    }
    const uint32_t taken = running->notifications;
    running->notifications = xClearCountOnExit == pdTRUE || taken == 0 ? 0 : taken - 1;
    return taken;
}
