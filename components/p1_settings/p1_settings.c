#include "p1_settings.h"

#include <inttypes.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "esp_check.h"
#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "nvs.h"
#include "nvs_flash.h"
#include "settings/record.h"

/* NVS allows 15 bytes. */
#define KEY_SIZE 16

#define TASK_STACK    3072
#define TASK_PRIORITY 3

static const char *TAG = "p1_settings";

static p1_settings_done_t announce;
static bool is_open;
static nvs_handle_t handle;

/* The blob that is being written; the device fills it while `busy` is false. */
static platform_settings_key_t blob_key;
static uint8_t blob[SETTINGS_RECORD_SIZE];
static uint32_t blob_length;
static atomic_bool busy;

static TaskHandle_t writer;
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

static void name_of(platform_settings_key_t key, char name[KEY_SIZE])
{
    const ts_bytes text = platform_settings_key_texts[key];
    (void)snprintf(name, KEY_SIZE, "%.*s", (int)text.length, (const char *)text.data);
}

static esp_err_t write_blob(void)
{
    char key[KEY_SIZE];
    name_of(blob_key, key);
    ESP_RETURN_ON_FALSE(is_open, ESP_ERR_INVALID_STATE, TAG, "%s can't be written: NVS is not open.", key);
    if (blob_length == 0) {
        const esp_err_t error = nvs_erase_key(handle, key);
        ESP_RETURN_ON_ERROR(error == ESP_ERR_NVS_NOT_FOUND ? ESP_OK : error, TAG, "%s can't be removed.", key);
    } else {
        ESP_RETURN_ON_ERROR(nvs_set_blob(handle, key, blob, blob_length), TAG, "%s can't be written.", key);
    }
    ESP_RETURN_ON_ERROR(nvs_commit(handle), TAG, "%s may not outlive a power cut.", key);
    return ESP_OK;
}

static void write_blobs(void *arg)
{
    (void)arg;
    for (;;) {
        ulTaskNotifyTake(pdTRUE, portMAX_DELAY);
        const esp_err_t error = write_blob();
        if (error != ESP_OK) {
            ESP_LOGE(TAG, "NVS says %s.", esp_err_to_name(error));
        }
        atomic_store(&busy, false);
        announce(error == ESP_OK ? PLATFORM_SETTINGS_EVENT_WRITTEN : PLATFORM_SETTINGS_EVENT_FAILED);
    }
}

static esp_err_t open_flash(void)
{
    const esp_err_t error = nvs_flash_init();
    if (error != ESP_ERR_NVS_NO_FREE_PAGES && error != ESP_ERR_NVS_NEW_VERSION_FOUND) {
        return error;
    }
    ESP_LOGW(TAG, "The settings' partition can't be used as it is (%s): it is emptied.", esp_err_to_name(error));
    ESP_RETURN_ON_ERROR(nvs_flash_erase(), TAG, "The settings' partition can't be emptied.");
    return nvs_flash_init();
}

esp_err_t p1_settings_init(p1_settings_done_t done)
{
    announce = done;
    writer = xTaskCreateStatic(write_blobs, TAG, sizeof task_stack, NULL, TASK_PRIORITY, task_stack, &task);
    ESP_RETURN_ON_ERROR(open_flash(), TAG, "NVS can't be opened: no setting is kept. See partitions.csv.");
    ESP_RETURN_ON_ERROR(nvs_open(P1_SETTINGS_NAMESPACE, NVS_READWRITE, &handle), TAG,
                        "NVS has no room for the settings: none is kept.");
    is_open = true;
    return ESP_OK;
}

uint16_t p1_settings_read(platform_settings_key_t key, ts_span_u8 into)
{
    char name[KEY_SIZE];
    size_t length = into.length;
    if (!is_open) {
        return 0; /* p1_settings_init has said why. */
    }
    name_of(key, name);
    const esp_err_t error = nvs_get_blob(handle, name, into.data, &length);
    if (error == ESP_OK) {
        return (uint16_t)length;
    }
    if (error != ESP_ERR_NVS_NOT_FOUND) {
        ESP_LOGW(TAG, "%s can't be read: %s.", name, esp_err_to_name(error));
    }
    return 0;
}

bool p1_settings_write(platform_settings_key_t key, ts_bytes bytes)
{
    if (bytes.length > sizeof blob) {
        ESP_LOGE(TAG, "A blob of %" PRIu32 " bytes is too long to be written.", bytes.length);
        return false;
    }
    if (atomic_load(&busy)) {
        return false;
    }
    blob_key = key;
    blob_length = bytes.length;
    memcpy(blob, bytes.data, bytes.length);
    atomic_store(&busy, true);
    xTaskNotifyGive(writer);
    return true;
}
