/* Pins, and what a meter would see on them. */
#include "gpio.h"

#include "stand_in.h"

#define PIN_COUNT 49

static struct {
    gpio_mode_t mode;
    gpio_pull_mode_t pull;
    uint32_t level;
    /* What the world outside puts on an input. */
    int outside;
} pins[PIN_COUNT];

static bool exists(gpio_num_t pin)
{
    return pin >= 0 && pin < PIN_COUNT;
}

idf_pin_t idf_pin(gpio_num_t pin)
{
    if ((pins[pin].mode & GPIO_MODE_OUTPUT) != 0) {
        return pins[pin].level != 0 ? IDF_PIN_HIGH : IDF_PIN_LOW;
    }
    return pins[pin].pull == GPIO_PULLUP_ONLY     ? IDF_PIN_PULLED_UP
           : pins[pin].pull == GPIO_PULLDOWN_ONLY ? IDF_PIN_PULLED_DOWN
                                                  : IDF_PIN_FLOATING;
}

void idf_pin_set_outside(gpio_num_t pin, int level)
{
    pins[pin].outside = level;
}

esp_err_t gpio_reset_pin(gpio_num_t gpio_num)
{
    IDF_MAY_FAIL();
    if (!exists(gpio_num)) {
        return ESP_ERR_INVALID_ARG;
    }
    /* ESP-IDF's reset pulls the pin up. */
    pins[gpio_num].mode = GPIO_MODE_DISABLE;
    pins[gpio_num].pull = GPIO_PULLUP_ONLY;
    idf_note("gpio_reset_pin %d", gpio_num);
    return ESP_OK;
}

esp_err_t gpio_set_level(gpio_num_t gpio_num, uint32_t level)
{
    IDF_MAY_FAIL();
    if (!exists(gpio_num)) {
        return ESP_ERR_INVALID_ARG;
    }
    pins[gpio_num].level = level;
    idf_note("gpio_set_level %d %u", gpio_num, (unsigned)level);
    return ESP_OK;
}

int gpio_get_level(gpio_num_t gpio_num)
{
    return exists(gpio_num) ? pins[gpio_num].outside : 0;
}

esp_err_t gpio_set_direction(gpio_num_t gpio_num, gpio_mode_t mode)
{
    IDF_MAY_FAIL();
    if (!exists(gpio_num)) {
        return ESP_ERR_INVALID_ARG;
    }
    pins[gpio_num].mode = mode;
    idf_note("gpio_set_direction %d %d", gpio_num, (int)mode);
    return ESP_OK;
}

esp_err_t gpio_set_pull_mode(gpio_num_t gpio_num, gpio_pull_mode_t pull)
{
    IDF_MAY_FAIL();
    if (!exists(gpio_num)) {
        return ESP_ERR_INVALID_ARG;
    }
    pins[gpio_num].pull = pull;
    idf_note("gpio_set_pull_mode %d %d", gpio_num, (int)pull);
    return ESP_OK;
}

esp_err_t gpio_install_isr_service(int intr_alloc_flags)
{
    IDF_MAY_FAIL();
    static bool installed;
    (void)intr_alloc_flags;
    if (installed) {
        return ESP_ERR_INVALID_STATE;
    }
    installed = true;
    idf_note("gpio_install_isr_service");
    return ESP_OK;
}
