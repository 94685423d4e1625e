#include "deliveries.h"

#include <stddef.h>
#include <string.h>

#include "freertos/FreeRTOS.h"
#include "freertos/semphr.h"

typedef struct {
    uint16_t id;
    int msg_id;
} delivery_t;

static delivery_t open[MAX_DELIVERIES];
/* The last one that was acknowledged before it had a name: at most one is on its way to esp-mqtt. */
static int early;
static uint16_t last_id;
static SemaphoreHandle_t lock;
static StaticSemaphore_t lock_memory;

static void enter(void)
{
    if (lock == NULL) {
        lock = xSemaphoreCreateMutexStatic(&lock_memory);
    }
    (void)xSemaphoreTake(lock, portMAX_DELAY);
}

static void leave(void)
{
    (void)xSemaphoreGive(lock);
}

void deliveries_clear(void)
{
    enter();
    memset(open, 0, sizeof open);
    early = 0;
    leave();
}

uint16_t deliveries_open(void)
{
    uint16_t id = 0;
    enter();
    for (size_t i = 0; i < MAX_DELIVERIES && id == 0; i++) {
        if (open[i].id == 0) {
            last_id = last_id == UINT16_MAX ? 1 : (uint16_t)(last_id + 1);
            id = last_id;
            open[i] = (delivery_t){.id = id};
        }
    }
    leave();
    return id;
}

bool deliveries_name(uint16_t id, int msg_id)
{
    bool done = false;
    enter();
    for (size_t i = 0; i < MAX_DELIVERIES; i++) {
        if (open[i].id == id) {
            done = early == msg_id;
            open[i] = done ? (delivery_t){0} : (delivery_t){.id = id, .msg_id = msg_id};
        }
    }
    early = 0;
    leave();
    return done;
}

uint16_t deliveries_close(int msg_id)
{
    uint16_t id = 0;
    enter();
    for (size_t i = 0; i < MAX_DELIVERIES; i++) {
        if (open[i].id != 0 && open[i].msg_id == msg_id) {
            id = open[i].id;
            open[i] = (delivery_t){0};
        }
    }
    early = id == 0 ? msg_id : early;
    leave();
    return id;
}
