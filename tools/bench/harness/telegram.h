/** The telegram that is read, which `npm run bench` writes into a file. */
#pragma once

#include <stddef.h>
#include <stdint.h>

extern const uint8_t telegram[];
extern const size_t telegram_length;
