#include "p1_system.h"

#include <stdatomic.h>

#include "driver/gpio.h"
#include "esp_check.h"
#include "esp_log.h"
#include "esp_mac.h"
#include "esp_random.h"
#include "esp_system.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "sdkconfig.h"
#include "soc/soc_caps.h"
#if SOC_TEMP_SENSOR_SUPPORTED
#include "driver/temperature_sensor.h"
#endif

/* What ts/platform/system.ts says where there is no sensor. */
#define NO_TEMPERATURE (-274)

static const char *TAG = "p1_system";

static uint32_t chip_id;
/* Whether the jumper was set at the start. */
static bool simulating;
#if CONFIG_P1_SYSTEM_BUTTON_PIN >= 0
static bool has_button;
#endif
static atomic_bool restart_wanted;
#if SOC_TEMP_SENSOR_SUPPORTED
static temperature_sensor_handle_t sensor;
#endif

static const char *reason_in_words(platform_start_reason_t reason)
{
    switch (reason) {
    case PLATFORM_START_REASON_POWER:
        return "power was switched on";
    case PLATFORM_START_REASON_BUTTON:
        return "the reset button was pressed";
    case PLATFORM_START_REASON_RESTART:
        return "the firmware restarted itself";
    case PLATFORM_START_REASON_CRASH:
        return "the firmware crashed";
    case PLATFORM_START_REASON_WATCHDOG:
        return "a watchdog found the firmware stuck";
    case PLATFORM_START_REASON_BROWNOUT:
        return "the supply voltage was too low";
    case PLATFORM_START_REASON_USB:
        return "the computer at the USB port reset it";
    default:
        return "of an unknown reason";
    }
}

#if CONFIG_P1_SYSTEM_JUMPER_PIN >= 0 || CONFIG_P1_SYSTEM_BUTTON_PIN >= 0
/* What is at the pin connects it to ground; nothing else pulls it there. */
static esp_err_t make_input(gpio_num_t pin)
{
    ESP_RETURN_ON_ERROR(gpio_set_direction(pin, GPIO_MODE_INPUT), TAG, "GPIO %d is no input.", pin);
    ESP_RETURN_ON_ERROR(gpio_set_pull_mode(pin, GPIO_PULLUP_ONLY), TAG, "GPIO %d can't be pulled up.", pin);
    return ESP_OK;
}
#endif

static esp_err_t start_button(void)
{
#if CONFIG_P1_SYSTEM_BUTTON_PIN >= 0
    ESP_RETURN_ON_ERROR(make_input(CONFIG_P1_SYSTEM_BUTTON_PIN), TAG, "The button can't be read.");
    has_button = true;
#endif
    return ESP_OK;
}

static esp_err_t read_jumper(void)
{
#if CONFIG_P1_SYSTEM_JUMPER_PIN >= 0
    const gpio_num_t pin = CONFIG_P1_SYSTEM_JUMPER_PIN;
    ESP_RETURN_ON_ERROR(make_input(pin), TAG, "The jumper can't be read.");
    /* What is wired to it takes a moment to charge. */
    vTaskDelay(pdMS_TO_TICKS(10));
    simulating = gpio_get_level(pin) == 0;
    if (simulating) {
        ESP_LOGI(TAG, "The jumper at GPIO %d is set: the device plays a meter.", pin);
    }
#endif
    return ESP_OK;
}

#if SOC_TEMP_SENSOR_SUPPORTED
static esp_err_t start_sensor(void)
{
    /* The range with the smallest error in the warmth of a box: 1 degree. */
    const temperature_sensor_config_t config = TEMPERATURE_SENSOR_CONFIG_DEFAULT(-10, 80);
    temperature_sensor_handle_t started = NULL;
    ESP_RETURN_ON_ERROR(temperature_sensor_install(&config, &started), TAG, "The temperature sensor can't be used.");
    ESP_RETURN_ON_ERROR(temperature_sensor_enable(started), TAG, "The temperature sensor doesn't start.");
    sensor = started;
    return ESP_OK;
}
#endif

esp_err_t p1_system_init(void)
{
    uint8_t mac[6] = {0};
    ESP_LOGI(TAG, "Started, since %s.", reason_in_words(p1_system_start_reason()));
    ESP_RETURN_ON_ERROR(esp_read_mac(mac, ESP_MAC_BASE), TAG, "The chip's address can't be read: its number is 0.");
    chip_id = (uint32_t)mac[3] << 16 | (uint32_t)mac[4] << 8 | mac[5];
    ESP_RETURN_ON_ERROR(start_button(), TAG, "The device has no button.");
    ESP_RETURN_ON_ERROR(read_jumper(), TAG, "The jumper can't be read: the meter is a real one.");
#if SOC_TEMP_SENSOR_SUPPORTED
    return start_sensor();
#else
    return ESP_OK;
#endif
}

uint32_t p1_system_random(void)
{
    return esp_random();
}

uint32_t p1_system_chip_id(void)
{
    return chip_id;
}

uint32_t p1_system_free_memory(void)
{
    return esp_get_free_heap_size();
}

uint32_t p1_system_least_free_memory(void)
{
    return esp_get_minimum_free_heap_size();
}

platform_start_reason_t p1_system_start_reason(void)
{
    switch (esp_reset_reason()) {
    case ESP_RST_POWERON:
        return PLATFORM_START_REASON_POWER;
    case ESP_RST_EXT:
        return PLATFORM_START_REASON_BUTTON;
    case ESP_RST_SW:
        return PLATFORM_START_REASON_RESTART;
    case ESP_RST_PANIC:
        return PLATFORM_START_REASON_CRASH;
    case ESP_RST_INT_WDT:
    case ESP_RST_TASK_WDT:
    case ESP_RST_WDT:
        return PLATFORM_START_REASON_WATCHDOG;
    case ESP_RST_BROWNOUT:
        return PLATFORM_START_REASON_BROWNOUT;
    case ESP_RST_USB:
    case ESP_RST_JTAG:
        return PLATFORM_START_REASON_USB;
    default:
        return PLATFORM_START_REASON_UNKNOWN;
    }
}

bool p1_system_jumper(void)
{
    return simulating;
}

bool p1_system_button(void)
{
#if CONFIG_P1_SYSTEM_BUTTON_PIN >= 0
    return has_button && gpio_get_level(CONFIG_P1_SYSTEM_BUTTON_PIN) == 0;
#else
    return false;
#endif
}

int16_t p1_system_temperature(void)
{
#if SOC_TEMP_SENSOR_SUPPORTED
    float celsius = 0;
    if (sensor != NULL) {
        const esp_err_t error = temperature_sensor_get_celsius(sensor, &celsius);
        if (error == ESP_OK) {
            return (int16_t)celsius;
        }
        /* ESP-IDF would complain with each question. */
        ESP_LOGW(TAG, "The temperature can't be read: %s. The sensor is not asked again.", esp_err_to_name(error));
        sensor = NULL;
    }
#endif
    return NO_TEMPERATURE;
}

void p1_system_restart(void)
{
    atomic_store(&restart_wanted, true);
}

bool p1_system_restart_wanted(void)
{
    return atomic_load(&restart_wanted);
}
