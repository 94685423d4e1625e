/* NVS: blobs by namespace and key. What was set is read at once, and outlives a power cut from nvs_commit on. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "freertos/task.h"
#include "nvs_flash.h"
#include "stand_in.h"
#include "storage.h"

#define WRITE_MS   20
#define MAX_NAME   15
#define MAX_BLOBS  8
#define MAX_LENGTH 8192
#define MAX_OPEN   4

static struct {
    char name[2 * MAX_NAME + 2];
    bool committed;
    size_t length;
    uint8_t bytes[MAX_LENGTH];
} blobs[MAX_BLOBS];

static idf_nvs_state_t state;
static bool initialised;
static bool full;
static char spaces[MAX_OPEN][MAX_NAME + 1];
static nvs_handle_t opened;

void idf_nvs_set_state(idf_nvs_state_t left)
{
    state = left;
}

void idf_nvs_initialise(void)
{
    initialised = true;
}

void idf_nvs_fill(void)
{
    full = true;
}

static void full_name(char *name, size_t size, const char *space, const char *key)
{
    if (strlen(space) > MAX_NAME || strlen(key) > MAX_NAME) {
        idf_misuse("a name in NVS has at most %d bytes: %s, %s", MAX_NAME, space, key);
    }
    (void)snprintf(name, size, "%s/%s", space, key);
}

/* Where the blob of this name is, or could be: an empty name is a free place. */
static size_t place_of(const char *space, const char *key)
{
    char name[sizeof blobs[0].name];
    full_name(name, sizeof name, space, key);
    size_t place = MAX_BLOBS;
    for (size_t i = MAX_BLOBS; i-- > 0;) {
        place = blobs[i].name[0] == '\0' ? i : place;
    }
    for (size_t i = 0; i < MAX_BLOBS; i++) {
        place = strcmp(blobs[i].name, name) == 0 ? i : place;
    }
    if (place == MAX_BLOBS) {
        idf_misuse("more than %d blobs in NVS", MAX_BLOBS);
    }
    return place;
}

static void put(const char *space, const char *key, const void *bytes, size_t length)
{
    const size_t place = place_of(space, key);
    if (length > MAX_LENGTH) {
        idf_misuse("a blob of %zu bytes in NVS", length);
    }
    full_name(blobs[place].name, sizeof blobs[place].name, space, key);
    memcpy(blobs[place].bytes, bytes, length);
    blobs[place].length = length;
    blobs[place].committed = false;
}

void idf_nvs_put(const char *namespace_name, const char *key, const void *bytes, size_t length)
{
    put(namespace_name, key, bytes, length);
    blobs[place_of(namespace_name, key)].committed = true;
}

int idf_nvs_kept(const char *namespace_name, const char *key, const uint8_t **bytes)
{
    const size_t place = place_of(namespace_name, key);
    *bytes = blobs[place].bytes;
    return blobs[place].name[0] != '\0' && blobs[place].committed ? (int)blobs[place].length : -1;
}

esp_err_t nvs_flash_init(void)
{
    IDF_MAY_FAIL();
    if (state != IDF_NVS_WHOLE) {
        return state == IDF_NVS_WITHOUT_FREE_PAGES ? ESP_ERR_NVS_NO_FREE_PAGES : ESP_ERR_NVS_NEW_VERSION_FOUND;
    }
    initialised = true;
    return ESP_OK;
}

esp_err_t nvs_flash_erase(void)
{
    IDF_MAY_FAIL();
    if (initialised) {
        idf_misuse("NVS is erased while it is open");
    }
    idf_note("nvs_flash_erase");
    memset(blobs, 0, sizeof blobs);
    state = IDF_NVS_WHOLE;
    return ESP_OK;
}

esp_err_t nvs_open(const char *namespace_name, nvs_open_mode_t open_mode, nvs_handle_t *out_handle)
{
    IDF_MAY_FAIL();
    if (!initialised || opened == MAX_OPEN || open_mode != NVS_READWRITE) {
        idf_misuse("nvs_open(\"%s\") before nvs_flash_init, too often, or only for reading", namespace_name);
    }
    (void)snprintf(spaces[opened], sizeof spaces[0], "%s", namespace_name);
    *out_handle = ++opened;
    return ESP_OK;
}

static const char *space_of(nvs_handle_t handle)
{
    if (handle == 0 || handle > opened) {
        idf_misuse("the NVS handle %u is not open", (unsigned)handle);
    }
    return spaces[handle - 1];
}

esp_err_t nvs_get_blob(nvs_handle_t handle, const char *key, void *out_value, size_t *length)
{
    IDF_MAY_FAIL();
    const size_t place = place_of(space_of(handle), key);
    if (blobs[place].name[0] == '\0') {
        return ESP_ERR_NVS_NOT_FOUND;
    }
    const size_t room = *length;
    *length = blobs[place].length;
    if (blobs[place].length > room) {
        return ESP_ERR_NVS_INVALID_LENGTH;
    }
    memcpy(out_value, blobs[place].bytes, blobs[place].length);
    return ESP_OK;
}

esp_err_t nvs_set_blob(nvs_handle_t handle, const char *key, const void *value, size_t length)
{
    IDF_MAY_FAIL();
    vTaskDelay(WRITE_MS);
    if (full) {
        return ESP_ERR_NVS_NOT_ENOUGH_SPACE;
    }
    put(space_of(handle), key, value, length);
    return ESP_OK;
}

esp_err_t nvs_erase_key(nvs_handle_t handle, const char *key)
{
    IDF_MAY_FAIL();
    const size_t place = place_of(space_of(handle), key);
    if (blobs[place].name[0] == '\0') {
        return ESP_ERR_NVS_NOT_FOUND;
    }
    vTaskDelay(WRITE_MS);
    blobs[place].name[0] = '\0';
    return ESP_OK;
}

esp_err_t nvs_commit(nvs_handle_t handle)
{
    IDF_MAY_FAIL();
    (void)space_of(handle);
    for (size_t i = 0; i < MAX_BLOBS; i++) {
        blobs[i].committed = true;
    }
    return ESP_OK;
}
