/* The second reader, which repeated telegrams go to: its data request line. */
#pragma once

#include "esp_err.h"

/* Makes its pin an input that reads low when nothing is wired to it. Without a pin it does nothing. */
esp_err_t p1_serial_reader_init(void);
