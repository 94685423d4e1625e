/* Made by ts2c from ts/platform/system.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** A random number, from hardware where there is some. A test can fix it. */
uint32_t p1_system_random(void);

/** The last three bytes of the chip's address (its MAC): what tells two devices of one home apart. */
uint32_t p1_system_chip_id(void);

/** Free memory in bytes. */
uint32_t p1_system_free_memory(void);

/** Temperature of the processor in °C; −274, below absolute zero, where there is no sensor. */
int16_t p1_system_temperature(void);

/** Restarts the device, once the entry that calls this has returned. */
void p1_system_restart(void);
