/* The port of the console, as sdkconfig chose it: a UART, or the chip's own USB port. */
#pragma once

#include <stdint.h>

#include "esp_err.h"

/* Opens the port for input. */
esp_err_t keyboard_open(void);

/* Waits for a byte, and gives it; −1 where the port can't be read. */
int keyboard_read(void);
