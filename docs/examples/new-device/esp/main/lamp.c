#include "lamp.h"

#include "driver/gpio.h"
#include "platform/lamp.h"

#define LAMP 8

void lamp_init(void)
{
    gpio_set_direction(LAMP, GPIO_MODE_OUTPUT);
}

void p1_lamp_set(bool on)
{
    gpio_set_level(LAMP, on);
}
