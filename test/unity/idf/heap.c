/* The heap by capabilities: what is free in the chip, and in SPIRAM. */
#include "heap.h"

#include <stdlib.h>

#include "esp_heap_caps.h"
#include "stand_in.h"

/* In front of each piece: how long it is. */
typedef union {
    size_t size;
    max_align_t aligned;
} head_t;

static size_t internal_free = 200000;
static size_t internal_block = 110000;
static size_t spiram_free;
static size_t taken;

void idf_heap_set(size_t free_bytes, size_t largest_block)
{
    internal_free = free_bytes;
    internal_block = largest_block;
}

void idf_heap_set_spiram(size_t free_bytes)
{
    spiram_free = free_bytes;
}

size_t idf_heap_taken(void)
{
    return taken;
}

size_t heap_caps_get_free_size(uint32_t caps)
{
    return (caps & MALLOC_CAP_SPIRAM) != 0 ? spiram_free : internal_free;
}

size_t heap_caps_get_largest_free_block(uint32_t caps)
{
    return (caps & MALLOC_CAP_SPIRAM) != 0 ? spiram_free : internal_block;
}

void *heap_caps_malloc(size_t size, uint32_t caps)
{
    IDF_MAY_FAIL_WITH(NULL);
    head_t *head = size > heap_caps_get_largest_free_block(caps) ? NULL : malloc(sizeof(head_t) + size);
    if (head == NULL) {
        return NULL;
    }
    if ((caps & MALLOC_CAP_SPIRAM) != 0) {
        idf_note("heap_caps_malloc %zu spiram", size);
    }
    head->size = size;
    taken += size;
    return head + 1;
}

void heap_caps_free(void *ptr)
{
    if (ptr != NULL) {
        head_t *head = (head_t *)ptr - 1;
        taken -= head->size;
        free(head);
    }
}
