#include "p1_update.h"

#include <stdatomic.h>
#include <string.h>

#include "esp_app_desc.h"
#include "esp_check.h"
#include "esp_log.h"
#include "esp_ota_ops.h"
#include "freertos/FreeRTOS.h"
#include "freertos/queue.h"
#include "freertos/task.h"
#include "nvs.h"
#include "sdkconfig.h"

/* What may wait for the flash: at most one part, and what follows it. */
#define QUEUE_LENGTH 8

/* As ts/platform/update.ts has it. */
#define NOTE_SIZE 40

#define NOTE_NAMESPACE "p1_update"
#define NOTE_KEY       "note"

#define TASK_STACK    4096
#define TASK_PRIORITY 4

static const char *TAG = "p1_update";

typedef enum { BEGIN, WRITE, FINISH, ABORT, CONFIRM, NOTE } kind_t;

typedef struct {
    kind_t kind;
    uint8_t note_length;
    uint8_t note[NOTE_SIZE];
} command_t;

static p1_update_done_t announce;
static const esp_partition_t *running;
static const esp_partition_t *other;
/* The part that is being written; the device fills it while `busy` is false. */
static uint8_t part[P1_UPDATE_PART];
static uint32_t part_length;
static atomic_bool busy;
/* Where the device's note to the next firmware is kept. */
static nvs_handle_t notes;
static bool notes_open;
/* Of the task alone. */
static esp_ota_handle_t handle;
static bool open;

static QueueHandle_t commands;
static StaticQueue_t commands_queue;
static uint8_t commands_storage[QUEUE_LENGTH * sizeof(command_t)];
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

static void give_up(void)
{
    if (open) {
        open = false;
        const esp_err_t error = esp_ota_abort(handle);
        if (error != ESP_OK) {
            ESP_LOGW(TAG, "The update could not be given up: %s.", esp_err_to_name(error));
        }
    }
}

static esp_err_t begin(void)
{
    give_up();
    ESP_RETURN_ON_FALSE(other != NULL, ESP_ERR_NOT_FOUND, TAG, "There is no slot for an update: see partitions.csv.");
    /* Erased as it is written: erasing a whole slot at once takes seconds, in which the flash serves nobody. */
    ESP_RETURN_ON_ERROR(esp_ota_begin(other, OTA_WITH_SEQUENTIAL_WRITES, &handle), TAG, "%s can't be written.",
                        other->label);
    open = true;
    return ESP_OK;
}

static esp_err_t write(void)
{
    ESP_RETURN_ON_FALSE(open, ESP_ERR_INVALID_STATE, TAG, "No update has begun.");
    ESP_RETURN_ON_ERROR(esp_ota_write(handle, part, part_length), TAG, "The flash could not be written.");
    return ESP_OK;
}

static platform_update_event_t finish(void)
{
    if (!open) {
        ESP_LOGE(TAG, "No update has begun.");
        return PLATFORM_UPDATE_EVENT_FAILED;
    }
    open = false;
    esp_err_t error = esp_ota_end(handle);
    if (error == ESP_ERR_OTA_VALIDATE_FAILED) {
        ESP_LOGW(TAG, "The image is damaged.");
        return PLATFORM_UPDATE_EVENT_DAMAGED;
    }
    if (error == ESP_OK) {
        error = esp_ota_set_boot_partition(other);
    }
    if (error != ESP_OK) {
        ESP_LOGE(TAG, "The image could not be installed: %s.", esp_err_to_name(error));
        return PLATFORM_UPDATE_EVENT_FAILED;
    }
    return PLATFORM_UPDATE_EVENT_INSTALLED;
}

static esp_err_t keep_note(const command_t *command)
{
    ESP_RETURN_ON_FALSE(notes_open, ESP_ERR_INVALID_STATE, TAG, "NVS is not open.");
    ESP_RETURN_ON_ERROR(nvs_set_blob(notes, NOTE_KEY, command->note, command->note_length), TAG,
                        "The note can't be written.");
    ESP_RETURN_ON_ERROR(nvs_commit(notes), TAG, "The note may not outlive a power cut.");
    return ESP_OK;
}

/* Tells how it went; a failure ends the update. */
static void tell(esp_err_t error, platform_update_event_t event)
{
    if (error != ESP_OK) {
        give_up();
        event = PLATFORM_UPDATE_EVENT_FAILED;
    }
    announce(event);
}

static void work(void *arg)
{
    (void)arg;
    for (;;) {
        command_t command;
        if (xQueueReceive(commands, &command, portMAX_DELAY) != pdTRUE) {
            continue;
        }
        switch (command.kind) {
        case BEGIN:
            tell(begin(), PLATFORM_UPDATE_EVENT_READY);
            break;
        case WRITE: {
            const esp_err_t error = write();
            atomic_store(&busy, false);
            tell(error, PLATFORM_UPDATE_EVENT_WRITTEN);
            break;
        }
        case FINISH:
            announce(finish());
            break;
        case ABORT:
            give_up();
            break;
        case CONFIRM: {
            const esp_err_t error = esp_ota_mark_app_valid_cancel_rollback();
            if (error != ESP_OK) {
                ESP_LOGE(TAG, "The firmware could not be confirmed: %s.", esp_err_to_name(error));
            } else {
                announce(PLATFORM_UPDATE_EVENT_CONFIRMED);
            }
            break;
        }
        case NOTE: {
            const esp_err_t error = keep_note(&command);
            if (error != ESP_OK) {
                ESP_LOGE(TAG, "What the next firmware should know could not be kept: %s.", esp_err_to_name(error));
            }
            break;
        }
        }
    }
}

static void open_notes(void)
{
    const esp_err_t error = nvs_open(NOTE_NAMESPACE, NVS_READWRITE, &notes);
    notes_open = error == ESP_OK;
    if (!notes_open) {
        ESP_LOGW(TAG, "The next firmware won't know what worked before: %s.", esp_err_to_name(error));
    }
}

esp_err_t p1_update_init(p1_update_done_t done)
{
    announce = done;
    open_notes();
    running = esp_ota_get_running_partition();
    other = esp_ota_get_next_update_partition(NULL);
    commands = xQueueCreateStatic(QUEUE_LENGTH, sizeof(command_t), commands_storage, &commands_queue);
    xTaskCreateStatic(work, TAG, TASK_STACK, NULL, TASK_PRIORITY, task_stack, &task);
    ESP_RETURN_ON_FALSE(running != NULL && other != NULL, ESP_ERR_NOT_FOUND, TAG,
                        "The partition table has no two OTA slots: updates are not possible.");
    return ESP_OK;
}

/* Queues a command. The queue is never full while the device waits for the answer to each call. */
static bool send(const command_t *command)
{
    if (xQueueSend(commands, command, 0) != pdTRUE) {
        ESP_LOGE(TAG, "Too many calls wait for the flash: one is left out.");
        return false;
    }
    return true;
}

static bool ask(kind_t kind)
{
    return send(&(command_t){.kind = kind});
}

uint16_t p1_update_chip(void)
{
    return CONFIG_IDF_FIRMWARE_CHIP_ID;
}

uint32_t p1_update_slot_size(void)
{
    return other == NULL ? 0 : other->size;
}

void p1_update_begin(void)
{
    (void)ask(BEGIN);
}

bool p1_update_write(ts_bytes bytes)
{
    if (bytes.length > sizeof part || atomic_load(&busy)) {
        return false;
    }
    memcpy(part, bytes.data, bytes.length);
    part_length = bytes.length;
    atomic_store(&busy, true);
    if (!ask(WRITE)) {
        atomic_store(&busy, false);
        return false;
    }
    return true;
}

void p1_update_finish(void)
{
    (void)ask(FINISH);
}

void p1_update_abort(void)
{
    (void)ask(ABORT);
}

platform_image_state_t p1_update_state(void)
{
    esp_ota_img_states_t state = ESP_OTA_IMG_VALID;
    if (running == NULL) {
        return PLATFORM_IMAGE_STATE_CONFIRMED;
    }
    const esp_err_t error = esp_ota_get_state_partition(running, &state);
    /* An image that a cable wrote has no state: it stays. */
    if (error != ESP_OK && error != ESP_ERR_NOT_FOUND) {
        ESP_LOGW(TAG, "The state of the firmware can't be read: %s.", esp_err_to_name(error));
    }
    return error == ESP_OK && state == ESP_OTA_IMG_PENDING_VERIFY ? PLATFORM_IMAGE_STATE_TRIAL
                                                                  : PLATFORM_IMAGE_STATE_CONFIRMED;
}

void p1_update_confirm(void)
{
    (void)ask(CONFIRM);
}

static uint32_t put(ts_span_u8 text, const esp_app_desc_t *description)
{
    const char *end = memchr(description->version, '\0', sizeof description->version);
    const uint32_t length =
        (uint32_t)(end == NULL ? sizeof description->version : (size_t)(end - description->version));
    const uint32_t fits = length < text.length ? length : text.length;
    memcpy(text.data, description->version, fits);
    return fits;
}

uint32_t p1_update_version(ts_span_u8 text)
{
    return put(text, esp_app_get_description());
}

uint32_t p1_update_rolled_back(ts_span_u8 text)
{
    const esp_partition_t *bad = esp_ota_get_last_invalid_partition();
    if (bad == NULL) {
        return 0;
    }
    esp_app_desc_t description;
    const esp_err_t error = esp_ota_get_partition_description(bad, &description);
    if (error != ESP_OK) {
        ESP_LOGW(TAG, "The firmware that was rolled back can't be read: %s.", esp_err_to_name(error));
        return 0;
    }
    return put(text, &description);
}

void p1_update_keep_note(ts_bytes bytes)
{
    command_t command = {.kind = NOTE};
    const uint32_t length = bytes.length < NOTE_SIZE ? bytes.length : NOTE_SIZE;
    memcpy(command.note, bytes.data, length);
    command.note_length = (uint8_t)length;
    (void)send(&command);
}

uint8_t p1_update_note(ts_span_u8 into)
{
    size_t length = into.length;
    if (!notes_open) {
        return 0; /* open_notes has said why. */
    }
    const esp_err_t error = nvs_get_blob(notes, NOTE_KEY, into.data, &length);
    if (error != ESP_OK && error != ESP_ERR_NVS_NOT_FOUND) {
        ESP_LOGW(TAG, "What the firmware before noted can't be read: %s.", esp_err_to_name(error));
    }
    return error == ESP_OK && length <= NOTE_SIZE ? (uint8_t)length : 0;
}
