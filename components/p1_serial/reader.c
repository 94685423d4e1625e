#include "reader.h"

#include <stdbool.h>

#include "driver/gpio.h"
#include "esp_check.h"
#include "platform/serial.h"
#include "sdkconfig.h"

#define PIN CONFIG_P1_SERIAL_READER_PIN

static const char *TAG = "p1_serial";

esp_err_t p1_serial_reader_init(void)
{
    if (PIN >= 0) {
        ESP_RETURN_ON_ERROR(gpio_set_pull_mode(PIN, GPIO_PULLDOWN_ONLY), TAG, "GPIO %d can't be pulled down.", PIN);
        ESP_RETURN_ON_ERROR(gpio_set_direction(PIN, GPIO_MODE_INPUT), TAG, "GPIO %d is no input.", PIN);
    }
    return ESP_OK;
}

bool p1_serial_requested(void)
{
    /* A reader whose line is not wired can't say that it has had enough. */
    return PIN < 0 || gpio_get_level(PIN) != 0;
}
