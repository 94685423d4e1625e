/* Two OTA partitions: the first runs, the second is written. An image is whole when it ends in a full stop. */
#include "ota.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "freertos/task.h"
#include "stand_in.h"

#define WRITE_MS 5

static const esp_partition_t SLOTS[2] = {{.address = 0x20000, .size = 0x1e0000, .label = "ota_0"},
                                         {.address = 0x200000, .size = 0x1e0000, .label = "ota_1"}};
static const esp_app_desc_t RUNNING = {.version = "1.2.3", .project_name = "p1_meter"};

static bool without_slots;
/* An image that a cable wrote has no state. */
static bool has_state;
static esp_ota_img_states_t running_state;
static char rolled_back[32];
static uint8_t written[65536];
static size_t written_length;
static esp_ota_handle_t open_handle;
static esp_ota_handle_t handles;

void idf_ota_state(esp_ota_img_states_t state)
{
    has_state = true;
    running_state = state;
}

void idf_ota_rolled_back(const char *version)
{
    (void)snprintf(rolled_back, sizeof rolled_back, "%s", version);
}

void idf_ota_without_slots(void)
{
    without_slots = true;
}

size_t idf_ota_written(const uint8_t **bytes)
{
    *bytes = written;
    return written_length;
}

static void need_open(esp_ota_handle_t handle)
{
    if (handle == 0 || handle != open_handle) {
        idf_misuse("the OTA handle %u is not open", (unsigned)handle);
    }
}

esp_err_t esp_ota_begin(const esp_partition_t *partition, size_t image_size, esp_ota_handle_t *out_handle)
{
    IDF_MAY_FAIL();
    open_handle = ++handles;
    *out_handle = open_handle;
    written_length = 0;
    idf_note("esp_ota_begin %s 0x%zx", partition->label, image_size);
    return ESP_OK;
}

esp_err_t esp_ota_write(esp_ota_handle_t handle, const void *data, size_t size)
{
    IDF_MAY_FAIL();
    need_open(handle);
    vTaskDelay(WRITE_MS);
    if (written_length + size > sizeof written) {
        return ESP_ERR_INVALID_SIZE;
    }
    memcpy(written + written_length, data, size);
    written_length += size;
    return ESP_OK;
}

esp_err_t esp_ota_end(esp_ota_handle_t handle)
{
    IDF_MAY_FAIL();
    need_open(handle);
    open_handle = 0;
    return written_length > 0 && written[written_length - 1] == '.' ? ESP_OK : ESP_ERR_OTA_VALIDATE_FAILED;
}

esp_err_t esp_ota_abort(esp_ota_handle_t handle)
{
    IDF_MAY_FAIL();
    need_open(handle);
    open_handle = 0;
    idf_note("esp_ota_abort");
    return ESP_OK;
}

esp_err_t esp_ota_set_boot_partition(const esp_partition_t *partition)
{
    IDF_MAY_FAIL();
    idf_note("esp_ota_set_boot_partition %s", partition->label);
    return ESP_OK;
}

const esp_partition_t *esp_ota_get_running_partition(void)
{
    return &SLOTS[0];
}

const esp_partition_t *esp_ota_get_next_update_partition(const esp_partition_t *start_from)
{
    (void)start_from;
    return without_slots ? NULL : &SLOTS[1];
}

const esp_partition_t *esp_ota_get_last_invalid_partition(void)
{
    return rolled_back[0] == '\0' ? NULL : &SLOTS[1];
}

esp_err_t esp_ota_get_partition_description(const esp_partition_t *partition, esp_app_desc_t *app_desc)
{
    IDF_MAY_FAIL();
    (void)partition;
    *app_desc = RUNNING;
    memcpy(app_desc->version, rolled_back, sizeof app_desc->version);
    return ESP_OK;
}

esp_err_t esp_ota_mark_app_valid_cancel_rollback(void)
{
    IDF_MAY_FAIL();
    idf_note("esp_ota_mark_app_valid_cancel_rollback");
    running_state = ESP_OTA_IMG_VALID;
    return ESP_OK;
}

esp_err_t esp_ota_get_state_partition(const esp_partition_t *partition, esp_ota_img_states_t *ota_state)
{
    IDF_MAY_FAIL();
    (void)partition;
    if (!has_state) {
        return ESP_ERR_NOT_FOUND;
    }
    *ota_state = running_state;
    return ESP_OK;
}

const esp_app_desc_t *esp_app_get_description(void)
{
    return &RUNNING;
}
