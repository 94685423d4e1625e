/* Stand-in for espressif/led_strip 3.0: include/led_strip.h, led_strip_rmt.h and led_strip_types.h. */
#pragma once

#ifndef P1_REAL_ESP_IDF
#include <stdint.h>

#include "esp_err.h"

typedef struct led_strip_t *led_strip_handle_t;
typedef enum { LED_MODEL_WS2812 } led_model_t;

typedef struct {
    int strip_gpio_num;
    uint32_t max_leds;
    led_model_t led_model;
} led_strip_config_t;

typedef struct {
    uint32_t resolution_hz;
} led_strip_rmt_config_t;
#endif

esp_err_t led_strip_new_rmt_device(const led_strip_config_t *led_config, const led_strip_rmt_config_t *rmt_config,
                                   led_strip_handle_t *ret_strip);
esp_err_t led_strip_set_pixel(led_strip_handle_t strip, uint32_t index, uint32_t red, uint32_t green, uint32_t blue);
esp_err_t led_strip_refresh(led_strip_handle_t strip);
