/* Wi-Fi as a station: ESP-IDF's driver, which makes one attempt for each of ours. */
#include "wifi.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "esp_check.h"
#include "esp_event.h"
#include "esp_log.h"
#include "esp_netif.h"
#include "esp_wifi.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "link.h"
#include "sdkconfig.h"

static const char *TAG = "p1_network";

/* ESP-IDF gives up by itself, well before. */
const uint32_t p1_link_patience_ms = 20000;
const platform_network_event_t p1_link_absent = PLATFORM_NETWORK_EVENT_NOT_FOUND;

static esp_netif_t *station;
static esp_netif_t *access_point;
static bool initialised;
static bool started;

/* Sources: wifi_err_reason_t, and "Wi-Fi Reason Code" in ESP-IDF's guide to its Wi-Fi driver. */
static platform_network_event_t event_of(uint8_t reason)
{
    switch (reason) {
    case WIFI_REASON_AUTH_LEAVE:
    case WIFI_REASON_ASSOC_LEAVE:
        return PLATFORM_NETWORK_EVENT_DOWN;
    case WIFI_REASON_NO_AP_FOUND:
    case WIFI_REASON_NO_AP_FOUND_IN_RSSI_THRESHOLD:
        return PLATFORM_NETWORK_EVENT_NOT_FOUND;
    case WIFI_REASON_MIC_FAILURE:
    case WIFI_REASON_4WAY_HANDSHAKE_TIMEOUT:
    case WIFI_REASON_802_1X_AUTH_FAILED:
    case WIFI_REASON_AUTH_FAIL:
    case WIFI_REASON_HANDSHAKE_TIMEOUT:
    /* It wants a password and there is none, or the other way round. */
    case WIFI_REASON_NO_AP_FOUND_W_COMPATIBLE_SECURITY:
    case WIFI_REASON_NO_AP_FOUND_IN_AUTHMODE_THRESHOLD:
        return PLATFORM_NETWORK_EVENT_WRONG_PASSWORD;
    default:
        return PLATFORM_NETWORK_EVENT_REFUSED;
    }
}

static void heard(void *arg, esp_event_base_t base, int32_t id, void *data)
{
    (void)arg;
    (void)base;
    if (id == WIFI_EVENT_STA_CONNECTED) {
        p1_link_is_up();
    } else if (id == WIFI_EVENT_STA_DISCONNECTED) {
        const wifi_event_sta_disconnected_t *end = data;
        ESP_LOGI(TAG, "Wi-Fi ended, or was not joined: reason %d.", end->reason);
        p1_link_is_down(event_of(end->reason));
    } else {
        p1_access_point_heard(id);
    }
}

esp_err_t p1_link_init(void)
{
    ESP_RETURN_ON_ERROR(esp_event_handler_register(WIFI_EVENT, ESP_EVENT_ANY_ID, heard, NULL), TAG,
                        "Wi-Fi is not heard of.");
    return ESP_OK;
}

/* Settings are the device's: ESP-IDF keeps none of its own. */
static esp_err_t initialise(void)
{
    wifi_init_config_t config = WIFI_INIT_CONFIG_DEFAULT();
    config.nvs_enable = 0;
    ESP_RETURN_ON_ERROR(esp_wifi_init(&config), TAG, "Wi-Fi has not the memory that it needs.");
    initialised = true;
    ESP_RETURN_ON_ERROR(esp_wifi_set_storage(WIFI_STORAGE_RAM), TAG, "Wi-Fi would keep settings of its own.");
    return ESP_OK;
}

static esp_err_t start(void)
{
    ESP_RETURN_ON_ERROR(p1_access_point_apply(), TAG, "Wi-Fi has no mode.");
    /* The radio takes the most current when it starts: what feeds the board may need time to charge. */
    vTaskDelay(pdMS_TO_TICKS(CONFIG_P1_NETWORK_START_DELAY_MS));
    ESP_RETURN_ON_ERROR(esp_wifi_start(), TAG, "Wi-Fi does not start.");
    started = true;
    /* In quarters of a dBm. */
    ESP_RETURN_ON_ERROR(esp_wifi_set_max_tx_power(CONFIG_P1_NETWORK_POWER_DBM * 4), TAG,
                        "Wi-Fi can't send with %d dBm.", CONFIG_P1_NETWORK_POWER_DBM);
    return ESP_OK;
}

/* Each part that is not there: one that could not be taken away is used again. */
static esp_err_t make(void)
{
    if (station == NULL) {
        station = esp_netif_create_default_wifi_sta();
        access_point = esp_netif_create_default_wifi_ap();
    }
    if (!initialised) {
        ESP_RETURN_ON_ERROR(initialise(), TAG, "There is no Wi-Fi.");
    }
    if (!started) {
        ESP_RETURN_ON_ERROR(start(), TAG, "There is no Wi-Fi.");
    }
    return ESP_OK;
}

/* In the opposite order, as far as it goes. */
static esp_err_t take_away(void)
{
    if (started) {
        ESP_RETURN_ON_ERROR(esp_wifi_stop(), TAG, "Wi-Fi does not stop.");
        started = false;
    }
    if (initialised) {
        ESP_RETURN_ON_ERROR(esp_wifi_deinit(), TAG, "Wi-Fi can't be taken away.");
        initialised = false;
    }
    if (station != NULL) {
        esp_netif_destroy_default_wifi(station);
        esp_netif_destroy_default_wifi(access_point);
        station = NULL;
        access_point = NULL;
    }
    return ESP_OK;
}

void p1_link_uninstall(void)
{
    (void)take_away();
}

esp_err_t p1_link_install(void)
{
    const esp_err_t error = make();
    if (error != ESP_OK) {
        p1_link_uninstall();
    }
    return error;
}

esp_netif_t *p1_link_netif(void)
{
    return station;
}

/* Of several access points with this name the strongest; with a password never one that takes everybody. */
esp_err_t p1_link_start(const char *name, const char *password)
{
    wifi_config_t config = {.sta = {
                                .scan_method = WIFI_ALL_CHANNEL_SCAN,
                                .sort_method = WIFI_CONNECT_AP_BY_SIGNAL,
                                .threshold = {.authmode = password[0] == '\0' ? WIFI_AUTH_OPEN : WIFI_AUTH_WPA_PSK},
                                .sae_pwe_h2e = WPA3_SAE_PWE_BOTH,
                            }};
    /* Neither ends with a null byte when it is as long as it may be, 32 and 64 bytes. */
    memcpy(config.sta.ssid, name, strlen(name));
    memcpy(config.sta.password, password, strlen(password));
    ESP_RETURN_ON_ERROR(esp_wifi_set_config(WIFI_IF_STA, &config), TAG, "Wi-Fi can't use this name and password.");
    ESP_RETURN_ON_ERROR(esp_wifi_connect(), TAG, "Wi-Fi can't be joined.");
    return ESP_OK;
}

void p1_link_stop(void)
{
    if (!started) {
        return;
    }
    const esp_err_t error = esp_wifi_disconnect();
    if (error != ESP_OK) {
        ESP_LOGE(TAG, "Wi-Fi can't be left: %s.", esp_err_to_name(error));
    }
}

platform_network_kind_t p1_network_kind(void)
{
    return PLATFORM_NETWORK_KIND_WIFI;
}

int8_t p1_network_signal(void)
{
    int strength = 0;
    if (p1_network_address() == 0) {
        return 0;
    }
    const esp_err_t error = esp_wifi_sta_get_rssi(&strength);
    if (error != ESP_OK) {
        ESP_LOGW(TAG, "The strength of the signal is not known: %s.", esp_err_to_name(error));
        return 0;
    }
    return (int8_t)(strength < -128 ? -128 : strength > 0 ? 0 : strength);
}
