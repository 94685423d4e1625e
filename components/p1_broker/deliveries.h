/* Which message is which: esp-mqtt's numbers, known once a message is handed over, and those that the device was given.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Messages that may be unacknowledged at the same time. */
#define MAX_DELIVERIES 16

/* Forgets everything: a connection begins. */
void deliveries_clear(void);

/* Takes a place for one more message, and gives the number for the device; 0 where none is free. */
uint16_t deliveries_open(void);

/* esp-mqtt calls the message `msg_id`. Its acknowledgement may have come before: then it is true, and the place free.
 */
bool deliveries_name(uint16_t id, int msg_id);

/* The broker acknowledged `msg_id`. The device's number, and the place is free; 0 where it is not named yet. */
uint16_t deliveries_close(int msg_id);
