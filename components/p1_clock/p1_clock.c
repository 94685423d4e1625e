#include "p1_clock.h"

#include <stdatomic.h>
#include <sys/time.h>
#include <time.h>

#include "esp_check.h"
#include "esp_log.h"
#include "esp_netif_sntp.h"
#include "esp_timer.h"
#include "sdkconfig.h"

static const char *TAG = "p1_clock";

/* Whether a server told the time since power-up: before, the chip counts from 1970. */
static atomic_bool known;

static void synchronised(struct timeval *now)
{
    (void)now;
    if (!atomic_exchange(&known, true)) {
        ESP_LOGI(TAG, "The time is known, from %s.", CONFIG_P1_CLOCK_SNTP_SERVER);
    }
}

esp_err_t p1_clock_init(void)
{
    esp_sntp_config_t config = ESP_NETIF_SNTP_DEFAULT_CONFIG(CONFIG_P1_CLOCK_SNTP_SERVER);
    config.sync_cb = synchronised;
    config.wait_for_sync = false;
    ESP_RETURN_ON_ERROR(esp_netif_sntp_init(&config), TAG, "The time can't be asked for: it stays unknown.");
    return ESP_OK;
}

uint32_t p1_clock_millis(void)
{
    return (uint32_t)(esp_timer_get_time() / 1000);
}

int64_t p1_clock_utc(void)
{
    return atomic_load(&known) ? (int64_t)time(NULL) : 0;
}
