#include "p1_lights.h"

#include <stdatomic.h>

#include "esp_check.h"
#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "led_strip.h"
#include "sdkconfig.h"

#define LIGHT_COUNT CONFIG_P1_LIGHTS_COUNT

/* The strip takes 0.2 ms. One that takes this long never ends, as in an emulator without RMT. */
#define STUCK_MS 1000

#define TASK_STACK    2560
#define TASK_PRIORITY 2

static const char *TAG = "p1_lights";

static led_strip_handle_t strip;
/* What each light is to show, as 0xRRGGBB. The device writes them, the task reads them. */
static atomic_uint colours[LIGHT_COUNT];
/* The tick at which the task began to write, and 0 while it does not. */
static atomic_uint writing_since;
static TaskHandle_t writer;
static StaticTask_t task;
static StackType_t task_stack[TASK_STACK];

static esp_err_t show(void)
{
    for (uint32_t i = 0; i < LIGHT_COUNT; i++) {
        const unsigned colour = atomic_load(&colours[i]);
        ESP_RETURN_ON_ERROR(led_strip_set_pixel(strip, i, colour >> 16, (colour >> 8) & 0xff, colour & 0xff), TAG,
                            "Light %u can't be set.", (unsigned)i);
    }
    return led_strip_refresh(strip);
}

/* A task of its own, since the strip's driver waits until the last light has its colour. */
static void write_colours(void *arg)
{
    bool complained = false;
    (void)arg;
    for (;;) {
        ulTaskNotifyTake(pdTRUE, portMAX_DELAY);
        atomic_store(&writing_since, xTaskGetTickCount() | 1);
        const esp_err_t error = show();
        atomic_store(&writing_since, 0);
        if (error != ESP_OK && !complained) {
            ESP_LOGW(TAG, "The lights don't show what they should: %s.", esp_err_to_name(error));
        }
        complained = error != ESP_OK;
    }
}

esp_err_t p1_lights_init(void)
{
    if (CONFIG_P1_LIGHTS_PIN < 0) {
        return ESP_OK;
    }
    const led_strip_config_t config = {
        .strip_gpio_num = CONFIG_P1_LIGHTS_PIN,
        .max_leds = LIGHT_COUNT,
        .led_model = LED_MODEL_WS2812,
    };
    const led_strip_rmt_config_t rmt = {.resolution_hz = 10 * 1000 * 1000};
    ESP_RETURN_ON_ERROR(led_strip_new_rmt_device(&config, &rmt, &strip), TAG, "There are no lights at GPIO %d.",
                        CONFIG_P1_LIGHTS_PIN);
    writer = xTaskCreateStatic(write_colours, "p1_lights", sizeof task_stack, NULL, TASK_PRIORITY, task_stack, &task);
    xTaskNotifyGive(writer);
    return ESP_OK;
}

/* Gives up on a strip whose driver does not come back: its task waits for ever, and nobody else does. */
static bool is_stuck(void)
{
    const unsigned since = atomic_load(&writing_since);
    if (since == 0 || xTaskGetTickCount() - since < pdMS_TO_TICKS(STUCK_MS)) {
        return false;
    }
    ESP_LOGW(TAG, "The lights at GPIO %d don't take their colours: they are given up.", CONFIG_P1_LIGHTS_PIN);
    writer = NULL;
    return true;
}

void p1_lights_set(uint8_t index, uint8_t red, uint8_t green, uint8_t blue)
{
    const unsigned colour = (unsigned)red << 16 | (unsigned)green << 8 | blue;
    if (writer == NULL || index >= LIGHT_COUNT || atomic_exchange(&colours[index], colour) == colour || is_stuck()) {
        return;
    }
    xTaskNotifyGive(writer);
}
