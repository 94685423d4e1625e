/* Not ESP-IDF's header, which is in include/: what lies in the flash's partition for NVS. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* How the partition was left: NVS can use it, or not until it is erased. */
typedef enum { IDF_NVS_WHOLE, IDF_NVS_WITHOUT_FREE_PAGES, IDF_NVS_OF_A_NEWER_VERSION } idf_nvs_state_t;
void idf_nvs_set_state(idf_nvs_state_t state);

/* Puts a blob there, as an image of the partition has it. */
void idf_nvs_put(const char *namespace_name, const char *key, const void *bytes, size_t length);

/* What a power cut would leave: a blob's length, or -1 where none is. */
int idf_nvs_kept(const char *namespace_name, const char *key, const uint8_t **bytes);

/* From now on there is no room for another byte. */
void idf_nvs_fill(void);

/* NVS is initialised, as another driver leaves it. */
void idf_nvs_initialise(void);
