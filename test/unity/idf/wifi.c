/* Wi-Fi: a station that joins what is heard, and an access point. */
#include "esp_wifi.h"

#include <stdio.h>
#include <string.h>

#include "freertos/task.h"
#include "network.h"
#include "stand_in.h"

#define MOST    32
#define SCAN_MS 2000

esp_event_base_t const WIFI_EVENT = "WIFI_EVENT";

static struct {
    char name[33];
    char password[65];
    int8_t signal;
} air[MOST];
static size_t air_count;

static esp_netif_t *station;
static bool initialised;
static bool started;
static bool joined;
static int8_t signal_now;
static uint8_t refusal;
static wifi_mode_t mode;
static wifi_sta_config_t wanted;
/* What a scan found and nobody took yet: records are memory. */
static size_t records;

void idf_wifi_add(const char *name, const char *password, int8_t signal)
{
    if (air_count == MOST) {
        idf_misuse("more than %d Wi-Fi networks", MOST);
    }
    memmove(&air[1], &air[0], air_count * sizeof air[0]);
    (void)snprintf(air[0].name, sizeof air[0].name, "%s", name);
    (void)snprintf(air[0].password, sizeof air[0].password, "%s", password);
    air[0].signal = signal;
    air_count++;
}

static void disconnected(uint8_t reason)
{
    const wifi_event_sta_disconnected_t end = {.reason = reason};
    idf_event(WIFI_EVENT, WIFI_EVENT_STA_DISCONNECTED, &end, sizeof end);
    if (joined) {
        joined = false;
        idf_netif_down(station);
    }
}

void idf_wifi_refuse(uint8_t reason)
{
    refusal = reason;
}

void idf_wifi_lose(uint8_t reason)
{
    disconnected(reason);
}

void idf_wifi_guest(bool there)
{
    idf_event(WIFI_EVENT, there ? WIFI_EVENT_AP_STACONNECTED : WIFI_EVENT_AP_STADISCONNECTED, NULL, 0);
}

esp_netif_t *esp_netif_create_default_wifi_sta(void)
{
    station = idf_netif_new("station", true);
    return station;
}

esp_netif_t *esp_netif_create_default_wifi_ap(void)
{
    return idf_netif_new("access point", true);
}

void esp_netif_destroy_default_wifi(void *esp_netif)
{
    if (initialised) {
        idf_misuse("Wi-Fi still uses the interface");
    }
    esp_netif_destroy(esp_netif);
}

esp_err_t esp_wifi_init(const wifi_init_config_t *config)
{
    IDF_MAY_FAIL();
    if (initialised || station == NULL || config->nvs_enable != 0) {
        idf_misuse("Wi-Fi is initialised once, with an interface, and without settings of its own");
    }
    initialised = true;
    return ESP_OK;
}

esp_err_t esp_wifi_deinit(void)
{
    IDF_MAY_FAIL();
    if (started) {
        return ESP_ERR_INVALID_STATE;
    }
    initialised = false;
    idf_note("esp_wifi_deinit");
    return ESP_OK;
}

esp_err_t esp_wifi_set_storage(wifi_storage_t storage)
{
    IDF_MAY_FAIL();
    (void)storage;
    return ESP_OK;
}

esp_err_t esp_wifi_set_mode(wifi_mode_t wifi_mode)
{
    IDF_MAY_FAIL();
    if (!initialised) {
        return ESP_ERR_INVALID_STATE;
    }
    if (started && (wifi_mode == WIFI_MODE_APSTA) != (mode == WIFI_MODE_APSTA)) {
        idf_event(WIFI_EVENT, wifi_mode == WIFI_MODE_APSTA ? WIFI_EVENT_AP_START : WIFI_EVENT_AP_STOP, NULL, 0);
    }
    mode = wifi_mode;
    idf_note("mode %s", mode == WIFI_MODE_APSTA ? "station and access point" : "station");
    return ESP_OK;
}

esp_err_t esp_wifi_set_config(wifi_interface_t interface, wifi_config_t *conf)
{
    IDF_MAY_FAIL();
    if (interface == WIFI_IF_STA) {
        wanted = conf->sta;
        idf_note("station %.32s at least %d", (const char *)wanted.ssid, (int)wanted.threshold.authmode);
    } else if (mode != WIFI_MODE_APSTA) {
        return ESP_ERR_INVALID_STATE;
    } else {
        idf_note("access point %.*s password %.64s security %d guests %u", conf->ap.ssid_len,
                 (const char *)conf->ap.ssid, (const char *)conf->ap.password, (int)conf->ap.authmode,
                 conf->ap.max_connection);
    }
    return ESP_OK;
}

esp_err_t esp_wifi_start(void)
{
    IDF_MAY_FAIL();
    started = true;
    idf_note("esp_wifi_start at %u ms", (unsigned)idf_now());
    return ESP_OK;
}

esp_err_t esp_wifi_stop(void)
{
    IDF_MAY_FAIL();
    started = false;
    idf_note("esp_wifi_stop");
    return ESP_OK;
}

esp_err_t esp_wifi_set_max_tx_power(int8_t power)
{
    IDF_MAY_FAIL();
    if (!started) {
        return ESP_ERR_INVALID_STATE;
    }
    idf_note("esp_wifi_set_max_tx_power %d", power);
    return ESP_OK;
}

esp_err_t esp_wifi_connect(void)
{
    IDF_MAY_FAIL();
    if (!started || joined) {
        return ESP_ERR_INVALID_STATE;
    }
    if (refusal != 0) {
        disconnected(refusal);
        refusal = 0;
        return ESP_OK;
    }
    for (size_t i = 0; i < air_count; i++) {
        if (strncmp(air[i].name, (const char *)wanted.ssid, sizeof wanted.ssid) != 0) {
            continue;
        }
        if (strncmp(air[i].password, (const char *)wanted.password, sizeof wanted.password) != 0) {
            disconnected(air[i].password[0] == '\0'   ? WIFI_REASON_NO_AP_FOUND_IN_AUTHMODE_THRESHOLD
                         : wanted.password[0] == '\0' ? WIFI_REASON_NO_AP_FOUND_W_COMPATIBLE_SECURITY
                                                      : WIFI_REASON_4WAY_HANDSHAKE_TIMEOUT);
            return ESP_OK;
        }
        joined = true;
        signal_now = air[i].signal;
        idf_event(WIFI_EVENT, WIFI_EVENT_STA_CONNECTED, NULL, 0);
        idf_netif_up(station);
        return ESP_OK;
    }
    disconnected(WIFI_REASON_NO_AP_FOUND);
    return ESP_OK;
}

esp_err_t esp_wifi_disconnect(void)
{
    IDF_MAY_FAIL();
    if (!started) {
        return ESP_ERR_INVALID_STATE;
    }
    if (joined) {
        disconnected(WIFI_REASON_ASSOC_LEAVE);
    }
    return ESP_OK;
}

esp_err_t esp_wifi_sta_get_rssi(int *rssi)
{
    IDF_MAY_FAIL();
    if (!joined) {
        return ESP_FAIL;
    }
    *rssi = signal_now;
    return ESP_OK;
}

esp_err_t esp_wifi_scan_start(const wifi_scan_config_t *config, bool block)
{
    IDF_MAY_FAIL();
    if (!started || config != NULL || !block || records > 0) {
        idf_misuse("a scan of this stand-in blocks, and comes after the last one's records were taken");
    }
    vTaskDelay(SCAN_MS);
    records = air_count;
    return ESP_OK;
}

esp_err_t esp_wifi_scan_get_ap_num(uint16_t *number)
{
    IDF_MAY_FAIL();
    *number = (uint16_t)records;
    return ESP_OK;
}

esp_err_t esp_wifi_scan_get_ap_record(wifi_ap_record_t *ap_record)
{
    IDF_MAY_FAIL();
    const size_t i = air_count - records;
    *ap_record = (wifi_ap_record_t){.rssi = air[i].signal,
                                    .authmode = air[i].password[0] == '\0' ? WIFI_AUTH_OPEN : WIFI_AUTH_WPA2_PSK};
    memcpy(ap_record->ssid, air[i].name, sizeof ap_record->ssid);
    records--;
    return ESP_OK;
}

esp_err_t esp_wifi_clear_ap_list(void)
{
    IDF_MAY_FAIL();
    records = 0;
    return ESP_OK;
}
