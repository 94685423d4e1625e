#include "p1_clock.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

#include "esp_check.h"
#include "esp_log.h"
#include "esp_netif_sntp.h"
#include "esp_timer.h"
#include "sdkconfig.h"

static const char *TAG = "p1_clock";

#define SERVER_SIZE 65
#define ZONE_SIZE   65

/* SNTP keeps the pointer, not the name. */
static char server[SERVER_SIZE] = CONFIG_P1_CLOCK_SNTP_SERVER;
/* Whether a server told the time since power-up: before, the chip counts from 1970. */
static atomic_bool known;
/* Whether the meter's clock did, as long as no server has. */
static atomic_bool assumed;

static void synchronised(struct timeval *now)
{
    (void)now;
    if (!atomic_exchange(&known, true)) {
        ESP_LOGI(TAG, "The time is known, from %s.", server);
    }
}

static esp_err_t ask(void)
{
    esp_sntp_config_t config = ESP_NETIF_SNTP_DEFAULT_CONFIG(server);
    config.sync_cb = synchronised;
    config.wait_for_sync = false;
    ESP_RETURN_ON_ERROR(esp_netif_sntp_init(&config), TAG, "The time can't be asked for: it stays unknown.");
    return ESP_OK;
}

esp_err_t p1_clock_init(void)
{
    return ask();
}

/* Copies what fits, with an end. True when it is another text than before. */
static bool copy(char *into, size_t size, ts_bytes text)
{
    const size_t length = text.length < size - 1 ? text.length : size - 1;
    if (strlen(into) == length && memcmp(into, text.data, length) == 0) {
        return false;
    }
    memcpy(into, text.data, length);
    into[length] = '\0';
    return true;
}

void p1_clock_synchronise(ts_bytes from, ts_bytes zone)
{
    static char posix[ZONE_SIZE];
    if (copy(posix, sizeof posix, zone)) {
        setenv("TZ", posix, 1);
        tzset();
    }
    if (copy(server, sizeof server, from)) {
        esp_netif_sntp_deinit();
        if (ask() == ESP_OK) {
            ESP_LOGI(TAG, "The time is asked for from %s.", server);
        }
    }
}

uint32_t p1_clock_millis(void)
{
    return (uint32_t)(esp_timer_get_time() / 1000);
}

int64_t p1_clock_utc(void)
{
    return atomic_load(&known) || atomic_load(&assumed) ? (int64_t)time(NULL) : 0;
}

void p1_clock_assume(uint32_t now)
{
    const struct timeval moment = {.tv_sec = (time_t)now};
    if (atomic_load(&known)) {
        return;
    }
    if (settimeofday(&moment, NULL) != 0) {
        ESP_LOGE(TAG, "The chip's clock can't be set by the meter's: the time stays unknown until %s tells it.",
                 server);
        return;
    }
    ESP_LOGI(TAG, "The time is the meter's, until %s tells it.", server);
    atomic_store(&assumed, true);
}
