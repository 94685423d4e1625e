/* The chip: address, memory, temperature, chance, and why it started. */
#include "chip.h"

#include <stddef.h>
#include <string.h>

#include "driver/temperature_sensor.h"
#include "esp_mac.h"
#include "esp_random.h"
#include "stand_in.h"

struct temperature_sensor_obj_t {
    bool enabled;
};

static struct temperature_sensor_obj_t sensor;
static float temperature = 20;
static esp_reset_reason_t reason = ESP_RST_POWERON;

void idf_set_temperature(float celsius)
{
    temperature = celsius;
}

void idf_set_reset_reason(esp_reset_reason_t why)
{
    reason = why;
}

esp_reset_reason_t esp_reset_reason(void)
{
    return reason;
}

uint32_t esp_get_free_heap_size(void)
{
    return 200000;
}

static uint32_t least_free = 150000;

void idf_set_least_free_heap(uint32_t bytes)
{
    least_free = bytes;
}

uint32_t esp_get_minimum_free_heap_size(void)
{
    return least_free;
}

/* The task that asked for it runs no more. */
void esp_restart(void)
{
    idf_note("esp_restart");
    for (;;) {
        (void)idf_wait(IDF_FOR_EVER);
    }
}

uint32_t esp_random(void)
{
    return 0x12345678;
}

esp_err_t esp_read_mac(uint8_t *mac, esp_mac_type_t type)
{
    IDF_MAY_FAIL();
    (void)type;
    memcpy(mac, "\x24\x0a\xc4\xab\xcd\xef", 6);
    return ESP_OK;
}

esp_err_t temperature_sensor_install(const temperature_sensor_config_t *tsens_config,
                                     temperature_sensor_handle_t *ret_tsens)
{
    IDF_MAY_FAIL();
    if (tsens_config->range_min >= tsens_config->range_max) {
        return ESP_ERR_INVALID_ARG;
    }
    *ret_tsens = &sensor;
    return ESP_OK;
}

esp_err_t temperature_sensor_enable(temperature_sensor_handle_t tsens)
{
    IDF_MAY_FAIL();
    tsens->enabled = true;
    return ESP_OK;
}

esp_err_t temperature_sensor_get_celsius(temperature_sensor_handle_t tsens, float *out_celsius)
{
    IDF_MAY_FAIL();
    if (!tsens->enabled) {
        return ESP_ERR_INVALID_STATE;
    }
    *out_celsius = temperature;
    return ESP_OK;
}
