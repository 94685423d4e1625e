/* The port of the console, as sdkconfig chose it: a UART, or the chip's own USB port. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "esp_err.h"

/* Opens the port for input, and for packets. */
esp_err_t port_open(void);

/* Waits for a byte, and gives it; −1 where the port can't be read. */
int port_read(void);

/* Sends bytes as they are, without waiting: where there is no room for all of them now, none goes. False then. */
bool port_send(const void *bytes, size_t count);
