/* What a test sees of the pins. */
#pragma once

#include "driver/gpio.h"

typedef enum { IDF_PIN_LOW, IDF_PIN_HIGH, IDF_PIN_PULLED_UP, IDF_PIN_PULLED_DOWN, IDF_PIN_FLOATING } idf_pin_t;

/* What a pin does to the line that it is wired to. */
idf_pin_t idf_pin(gpio_num_t pin);

/* What the line does to the pin. */
void idf_pin_set_outside(gpio_num_t pin, int level);
