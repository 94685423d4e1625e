/* The chip's timer and the time of day. */
#include <stddef.h>
#include <sys/time.h>

#include "esp_netif_sntp.h"
#include "esp_timer.h"
#include "sntp.h"
#include "stand_in.h"

static esp_sntp_config_t sntp;

int64_t esp_timer_get_time(void)
{
    return (int64_t)idf_now() * 1000;
}

esp_err_t esp_netif_sntp_init(const esp_sntp_config_t *config)
{
    IDF_MAY_FAIL();
    sntp = *config;
    idf_note("esp_netif_sntp_init %s", config->servers[0]);
    return ESP_OK;
}

void esp_netif_sntp_deinit(void)
{
    idf_note("esp_netif_sntp_deinit");
    sntp.sync_cb = NULL;
}

int idf_settimeofday(const struct timeval *now, const void *zone)
{
    IDF_MAY_FAIL_WITH(-1);
    (void)zone;
    idf_note("settimeofday %lld", (long long)now->tv_sec);
    return 0;
}

void idf_sntp_synchronise(void)
{
    struct timeval now = {.tv_sec = 0};
    if (sntp.sync_cb == NULL) {
        idf_misuse("nobody asked for the time");
    }
    sntp.sync_cb(&now);
}
