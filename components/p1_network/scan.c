/* Which networks there are: each name once, the strongest first. */
#include <stdbool.h>
#include <string.h>

#include "esp_check.h"
#include "esp_log.h"
#include "esp_wifi.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "link.h"

#define MOST 16

static const char *TAG = "p1_network";

typedef struct {
    char name[33];
    int8_t signal;
    bool locked;
} found_t;

/* What the device sees, and what the task is finding. */
static found_t found[MOST];
static uint8_t found_count;
static found_t next[MOST];
static uint8_t next_count;
static portMUX_TYPE lock = portMUX_INITIALIZER_UNLOCKED;

/* ESP-IDF gives the strongest first. A network without a name can't be chosen. */
static void take(const wifi_ap_record_t *record)
{
    const char *name = (const char *)record->ssid;
    if (name[0] == '\0') {
        return;
    }
    for (uint8_t i = 0; i < next_count; i++) {
        if (strcmp(next[i].name, name) == 0) {
            return;
        }
    }
    found_t *one = &next[next_count];
    memcpy(one->name, record->ssid, sizeof one->name);
    one->signal = record->rssi;
    one->locked = record->authmode != WIFI_AUTH_OPEN && record->authmode != WIFI_AUTH_OWE;
    next_count++;
}

/* One record at a time: all of them at once are several kilobytes. */
static esp_err_t look(void)
{
    uint16_t count = 0;
    ESP_RETURN_ON_ERROR(p1_link_install(), TAG, "Without Wi-Fi no network is heard.");
    ESP_RETURN_ON_ERROR(esp_wifi_scan_start(NULL, true), TAG, "Wi-Fi can't look for networks now.");
    ESP_RETURN_ON_ERROR(esp_wifi_scan_get_ap_num(&count), TAG, "What Wi-Fi found is lost.");
    for (; count > 0 && next_count < MOST; count--) {
        wifi_ap_record_t record;
        ESP_RETURN_ON_ERROR(esp_wifi_scan_get_ap_record(&record), TAG, "What Wi-Fi found is lost in part.");
        take(&record);
    }
    return ESP_OK;
}

void p1_link_scan(void)
{
    next_count = 0;
    /* What was not taken is memory. */
    (void)look();
    if (esp_wifi_clear_ap_list() != ESP_OK) {
        ESP_LOGW(TAG, "What Wi-Fi found still takes memory.");
    }
    taskENTER_CRITICAL(&lock);
    memcpy(found, next, sizeof found);
    found_count = next_count;
    taskEXIT_CRITICAL(&lock);
}

/* One that was found; empty where there is none. */
static found_t at(uint8_t index)
{
    found_t one = {.name = ""};
    taskENTER_CRITICAL(&lock);
    if (index < found_count) {
        one = found[index];
    }
    taskEXIT_CRITICAL(&lock);
    return one;
}

uint8_t p1_network_found_count(void)
{
    return found_count;
}

uint8_t p1_network_found_name(uint8_t index, ts_span_u8 name)
{
    const found_t one = at(index);
    const size_t length = strlen(one.name);
    const size_t fits = length < name.length ? length : name.length;
    memcpy(name.data, one.name, fits);
    return (uint8_t)fits;
}

int8_t p1_network_found_signal(uint8_t index)
{
    return at(index).signal;
}

bool p1_network_found_locked(uint8_t index)
{
    return at(index).locked;
}
