#include <stdlib.h>

#include "device.h"
#include "driver/gpio.h"
#include "esp_log.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "lamp.h"
#include "program.h"
#include "ts2c.h"

#define BUTTON  9
#define TICK_MS 20

/* What becomes of an `assert` that does not hold. */
_Noreturn void ts_panic(const char *where)
{
    ESP_LOGE("main", "panic at %s", where);
    abort();
}

void app_main(void)
{
    lamp_init();
    gpio_set_direction(BUTTON, GPIO_MODE_INPUT);
    gpio_set_pull_mode(BUTTON, GPIO_PULLUP_ONLY);
    p1_init_device();
    for (;;) {
        vTaskDelay(pdMS_TO_TICKS(TICK_MS));
        device_tick(gpio_get_level(BUTTON) == 0, TICK_MS);
    }
}
