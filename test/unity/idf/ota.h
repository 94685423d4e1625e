/* What a test does with the stand-in of the OTA partitions. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "esp_ota_ops.h"

/* The state of the running image, and the version of the one that was rolled back (NULL: none was). */
void idf_ota_state(esp_ota_img_states_t state);
void idf_ota_rolled_back(const char *version);

/* A chip whose partition table has no OTA slots. */
void idf_ota_without_slots(void);

/* The bytes that were written since the last begin. */
size_t idf_ota_written(const uint8_t **bytes);
