/* Made by ts2c from ts/platform/datagrams.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Opens the port at one of the device's own addresses. False where that can't be; the log says why. */
bool p1_datagrams_open(uint32_t address, uint16_t port);

/** Closes it. What waited is gone. */
void p1_datagrams_close(void);

/** Copies the oldest datagram that waits into `into`, as much as fits, and returns that length; 0 where none waits. */
uint16_t p1_datagrams_receive(ts_span_u8 into);

/** Sends bytes to whoever sent the datagram that {@link receive} gave last. */
void p1_datagrams_answer(ts_bytes bytes);

/**
 * Sends a datagram to another computer, from whatever port is free. False where that can't be now; whether anybody gets it nobody says.
 * It writes no line of the log, for what is sent may be that.
 */
bool p1_datagrams_send(uint32_t address, uint16_t port, ts_bytes bytes);
