/* The computer at the chip's own USB port. */
#pragma once

/* Somebody types. */
void idf_usb_type(const char *text);
