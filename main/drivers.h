/* The drivers: their start, and what they tell. */
#pragma once

/*
 * Starts every driver, with functions that make events of what it tells. One that doesn't start is named in the log,
 * and the device runs without it.
 */
void drivers_start(void);
