#include "p1_download.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "esp_log.h"
#include "fetch.h"
#include "freertos/FreeRTOS.h"
#include "freertos/semphr.h"
#include "freertos/task.h"
#include "sockets.h"

/* A handshake of TLS needs most of it. */
#define TASK_STACK    7168
#define TASK_PRIORITY 4

static const char *TAG = "p1_download";

/* What lasts as long as a download does. */
typedef struct {
    uint32_t id;
    fetch_t fetch;
    uint8_t part[SOCKETS_HTTP_PART];
} download_t;

static p1_download_event_t announce;
static atomic_bool running;
static atomic_bool closed;
static atomic_uint offset;
/* Given when the task has something to look at: a part is wanted, or the download was closed. */
static SemaphoreHandle_t wake;
static StaticSemaphore_t wake_memory;

static bool is_closed(void)
{
    return atomic_load(&closed);
}

static void tell(const download_t *download, platform_download_event_t event, uint32_t length)
{
    if (!is_closed()) {
        announce(download->id, event, (ts_bytes){.data = download->part, .length = length});
    }
}

/* Hands the body over part by part: the last event of the download. */
static platform_download_event_t run(download_t *download)
{
    platform_download_event_t event = fetch_begin(&download->fetch);
    atomic_store(&offset, download->fetch.offset);
    while (event == PLATFORM_DOWNLOAD_EVENT_BEGUN || event == PLATFORM_DOWNLOAD_EVENT_PART) {
        uint32_t length = 0;
        if (event == PLATFORM_DOWNLOAD_EVENT_BEGUN) {
            tell(download, event, 0);
        }
        (void)xSemaphoreTake(wake, portMAX_DELAY);
        if (is_closed()) {
            break;
        }
        event = fetch_read(&download->fetch, download->part, sizeof download->part, &length, is_closed);
        if (event == PLATFORM_DOWNLOAD_EVENT_PART) {
            tell(download, event, length);
        }
    }
    return event;
}

static void work(void *arg)
{
    download_t *download = arg;
    const platform_download_event_t last = run(download);
    fetch_end(&download->fetch);
    const uint32_t id = download->id;
    free(download);
    const bool was_closed = is_closed();
    atomic_store(&running, false);
    if (!was_closed) {
        announce(id, last, (ts_bytes){.data = (const uint8_t *)"", .length = 0});
    }
    vTaskDelete(NULL);
}

void p1_download_init(p1_download_event_t event)
{
    announce = event;
    wake = xSemaphoreCreateBinaryStatic(&wake_memory);
}

bool p1_download_open(uint32_t id, ts_bytes url, uint32_t from, bool plain)
{
    if (atomic_load(&running)) {
        return false; /* The one before is at its end: whoever asks tries again. */
    }
    if (url.length >= FETCH_URL_SIZE) {
        ESP_LOGE(TAG, "An address of %u bytes is too long.", (unsigned)url.length);
        return false;
    }
    download_t *download = calloc(1, sizeof *download);
    if (download == NULL) {
        ESP_LOGW(TAG, "There is no memory for a download.");
        return false;
    }
    download->id = id;
    memcpy(download->fetch.url, url.data, url.length);
    download->fetch.from = from;
    download->fetch.plain = plain;
    (void)xSemaphoreTake(wake, 0); /* What was given to the one before. */
    atomic_store(&closed, false);
    atomic_store(&running, true);
    if (xTaskCreatePinnedToCore(work, TAG, TASK_STACK, download, TASK_PRIORITY, NULL, tskNO_AFFINITY) != pdPASS) {
        ESP_LOGW(TAG, "There is no memory for a download's task.");
        atomic_store(&running, false);
        free(download);
        return false;
    }
    return true;
}

uint32_t p1_download_offset(void)
{
    return atomic_load(&offset);
}

void p1_download_receive(void)
{
    (void)xSemaphoreGive(wake);
}

void p1_download_close(void)
{
    atomic_store(&closed, true);
    (void)xSemaphoreGive(wake);
}
