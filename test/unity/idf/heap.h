/* What a test does with the stand-in of the heap. */
#pragma once

#include <stddef.h>

/* How much is free in the chip, in how large a piece at most; and how much SPIRAM there is, at first none. */
void idf_heap_set(size_t free_bytes, size_t largest_block);
void idf_heap_set_spiram(size_t free_bytes);

/* How much of it is taken. */
size_t idf_heap_taken(void);
