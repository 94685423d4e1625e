/* Hands events to the device. */
#pragma once

#include "events.h"

/* Calls the entry of `generated/device.h` that an event is for, and gives back to the driver what it lent. */
void entries_call(const event_t *event);
