/* Room for records: SPIRAM where the chip has some, otherwise what the heap can spare. Nothing is to be started. */
#include <inttypes.h>
#include <string.h>

#include "esp_heap_caps.h"
#include "esp_log.h"
#include "platform/memory.h"
#include "sdkconfig.h"

#define KEEP_FREE ((size_t)CONFIG_P1_MEMORY_KEEP_FREE * 1024)

static const char *TAG = "p1_memory";

static uint8_t *room;
static uint32_t capacity;
static uint32_t record_size;

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The largest piece of the heap that may be taken, so that this much is left for everybody else. */
static size_t spare_heap(void)
{
    const uint32_t kind = MALLOC_CAP_INTERNAL | MALLOC_CAP_8BIT;
    const size_t free = heap_caps_get_free_size(kind);
    return free <= KEEP_FREE ? 0 : smaller(free - KEEP_FREE, heap_caps_get_largest_free_block(kind));
}

uint16_t p1_memory_reserve(uint16_t records, uint16_t size)
{
    heap_caps_free(room);
    room = NULL;
    capacity = 0;
    record_size = size;
    const size_t external = heap_caps_get_largest_free_block(MALLOC_CAP_SPIRAM);
    const uint32_t kind = external > 0 ? MALLOC_CAP_SPIRAM : MALLOC_CAP_INTERNAL | MALLOC_CAP_8BIT;
    const uint32_t fits = (uint32_t)smaller(records, (external > 0 ? external : spare_heap()) / size);
    if (fits == 0) {
        return 0;
    }
    room = heap_caps_malloc((size_t)fits * size, kind);
    if (room == NULL) {
        ESP_LOGE(TAG, "There is no memory for %" PRIu32 " records of %u bytes.", fits, (unsigned)size);
        return 0;
    }
    capacity = fits;
    return (uint16_t)fits;
}

void p1_memory_write(uint32_t index, ts_bytes record)
{
    if (index < capacity && record.length <= record_size) {
        memcpy(room + (size_t)index * record_size, record.data, record.length);
    }
}

void p1_memory_read(uint32_t index, ts_span_u8 record)
{
    if (index < capacity) {
        memcpy(record.data, room + (size_t)index * record_size, smaller(record.length, record_size));
    }
}
