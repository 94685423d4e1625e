/* The device's own access point, on 192.168.4.1 as ESP-IDF has it, beside the station. */
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

#include "esp_check.h"
#include "esp_log.h"
#include "esp_wifi.h"
#include "link.h"
#include "wifi.h"

#define GUESTS 4

static const char *TAG = "p1_network";

/* Of the task alone. */
static bool wanted;
static wifi_config_t config;

static atomic_int guest_count;

esp_err_t p1_access_point_apply(void)
{
    ESP_RETURN_ON_ERROR(esp_wifi_set_mode(wanted ? WIFI_MODE_APSTA : WIFI_MODE_STA), TAG,
                        "The access point can't be %s.", wanted ? "opened" : "closed");
    if (wanted) {
        ESP_RETURN_ON_ERROR(esp_wifi_set_config(WIFI_IF_AP, &config), TAG,
                            "The access point can't have this name and password.");
    }
    return ESP_OK;
}

static void open_it(const char *name, const char *password)
{
    config = (wifi_config_t){.ap = {
                                 .ssid_len = (uint8_t)strlen(name),
                                 .authmode = password[0] == '\0' ? WIFI_AUTH_OPEN : WIFI_AUTH_WPA2_PSK,
                                 .max_connection = GUESTS,
                             }};
    memcpy(config.ap.ssid, name, config.ap.ssid_len);
    memcpy(config.ap.password, password, strlen(password));
    wanted = true;
    /* What is started now starts with the access point. */
    if (p1_link_install() == ESP_OK && p1_access_point_apply() == ESP_OK) {
        ESP_LOGI(TAG, "The access point %s is open.", name);
    }
}

static void close_it(const char *name, const char *password)
{
    (void)name;
    (void)password;
    if (wanted) {
        wanted = false;
        (void)p1_access_point_apply();
    }
}

uint32_t p1_network_access_point_address(void)
{
    return 0xc0a80401;
}

bool p1_network_open_access_point(ts_bytes name, ts_bytes password)
{
    return p1_link_call(open_it, name, password);
}

void p1_network_close_access_point(void)
{
    const ts_bytes nothing = {.data = (const uint8_t *)"", .length = 0};
    (void)p1_link_call(close_it, nothing, nothing);
}

void p1_access_point_heard(int32_t event)
{
    if (event == WIFI_EVENT_AP_STACONNECTED) {
        atomic_fetch_add(&guest_count, 1);
    } else if (event == WIFI_EVENT_AP_STADISCONNECTED && atomic_load(&guest_count) > 0) {
        atomic_fetch_sub(&guest_count, 1);
    } else if (event == WIFI_EVENT_AP_START || event == WIFI_EVENT_AP_STOP) {
        atomic_store(&guest_count, 0);
    }
}

uint8_t p1_network_guests(void)
{
    const int count = atomic_load(&guest_count);
    return (uint8_t)(count > GUESTS ? GUESTS : count);
}
