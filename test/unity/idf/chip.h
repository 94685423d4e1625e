/* What the chip is and feels. */
#pragma once

#include "esp_system.h"

void idf_set_temperature(float celsius);
void idf_set_least_free_heap(uint32_t bytes);
/* How much of its stack a task never used; 2000 bytes at first. */
void idf_set_stack_left(const char *name, uint32_t bytes);
void idf_set_reset_reason(esp_reset_reason_t reason);
