/* A strip of lights, and one whose RMT never comes to its end. */
#include "lights.h"

#include "led_strip.h"
#include "stand_in.h"

struct led_strip_t {
    uint32_t count;
    uint32_t set[16];
    uint32_t shown[16];
    unsigned refreshes;
    bool hangs;
};

static struct led_strip_t the_strip;

esp_err_t led_strip_new_rmt_device(const led_strip_config_t *led_config, const led_strip_rmt_config_t *rmt_config,
                                   led_strip_handle_t *ret_strip)
{
    IDF_MAY_FAIL();
    (void)rmt_config;
    the_strip.count = led_config->max_leds;
    *ret_strip = &the_strip;
    idf_note("led_strip_new_rmt_device pin %d lights %u", led_config->strip_gpio_num, (unsigned)led_config->max_leds);
    return ESP_OK;
}

esp_err_t led_strip_set_pixel(led_strip_handle_t strip, uint32_t index, uint32_t red, uint32_t green, uint32_t blue)
{
    IDF_MAY_FAIL();
    if (index >= strip->count) {
        return ESP_ERR_INVALID_ARG;
    }
    strip->set[index] = red << 16 | green << 8 | blue;
    return ESP_OK;
}

esp_err_t led_strip_refresh(led_strip_handle_t strip)
{
    IDF_MAY_FAIL();
    while (strip->hangs) {
        (void)idf_wait(IDF_FOR_EVER);
    }
    for (uint32_t i = 0; i < strip->count; i++) {
        strip->shown[i] = strip->set[i];
    }
    strip->refreshes++;
    return ESP_OK;
}

uint32_t idf_light(uint32_t index)
{
    return the_strip.shown[index];
}

unsigned idf_light_refreshes(void)
{
    return the_strip.refreshes;
}

void idf_lights_hang(void)
{
    the_strip.hangs = true;
}
