/* Made by ts2c from ts/platform/system.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * Why the device started: `power` was switched on, the reset `button`, a `restart` that the device asked for, a `crash`, a
 * `watchdog` that found it stuck, a `brownout` (too low a voltage), the computer at its `usb` port, or `unknown`.
 */
typedef enum TS_NARROW {
    PLATFORM_START_REASON_POWER,
    PLATFORM_START_REASON_BUTTON,
    PLATFORM_START_REASON_RESTART,
    PLATFORM_START_REASON_CRASH,
    PLATFORM_START_REASON_WATCHDOG,
    PLATFORM_START_REASON_BROWNOUT,
    PLATFORM_START_REASON_USB,
    PLATFORM_START_REASON_UNKNOWN,
} platform_start_reason_t;

/** The text of each. */
extern const ts_bytes platform_start_reason_texts[8];

/** A random number, from hardware where there is some. A test can fix it. */
uint32_t p1_system_random(void);

/** The last three bytes of the chip's address (its MAC): what tells two devices of one home apart. */
uint32_t p1_system_chip_id(void);

/** Free memory in bytes. */
uint32_t p1_system_free_memory(void);

/** The least free memory there ever was since the start, in bytes. */
uint32_t p1_system_least_free_memory(void);

/** Why this start was. */
platform_start_reason_t p1_system_start_reason(void);

/** Whether the jumper that switches the simulator on was set at the start. */
bool p1_system_jumper(void);

/** Whether somebody holds the board's button down now; false where there is none. */
bool p1_system_button(void);

/** Temperature of the processor in °C; −274, below absolute zero, where there is no sensor. */
int16_t p1_system_temperature(void);

/** Restarts the device, once the entry that calls this has returned. */
void p1_system_restart(void);
