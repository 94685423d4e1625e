/* Made by ts2c from ts/platform/serial.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** How a byte stands on the line: `8N1` since DSMR 4, `7E1` for DSMR 2.2 and 3. Source: DSMR 5.0.2 P1, 5.12. */
typedef enum TS_NARROW {
    PLATFORM_FRAME_8N1,
    PLATFORM_FRAME_7E1,
} platform_frame_t;

/** The text of each. */
extern const ts_bytes platform_frame_texts[2];

/**
 * What the port itself finds wrong with a line: `framing`: a byte without its stop bit, so the speed is wrong or the line
 * disturbed; `parity`: one with a wrong parity bit; `overflow`: bytes came faster than they were read, and are lost.
 */
typedef enum TS_NARROW {
    PLATFORM_LINE_ERROR_FRAMING,
    PLATFORM_LINE_ERROR_PARITY,
    PLATFORM_LINE_ERROR_OVERFLOW,
} platform_line_error_t;

/**
 * Opens the port at `baud` bits per second, or changes an open port to it. `crossed`: the pins of RX and of the data request are
 * exchanged, for a cross cable. No data is requested then, until {@link dataRequest}: both pins are inputs.
 */
void p1_serial_start(uint32_t baud, platform_frame_t frame, bool crossed);

/** Queues `bytes` for the TX line. False, and nothing of them queued, when they do not fit: try again later. */
bool p1_serial_write(ts_bytes bytes);

/** Whether a reader at the second port asks for data: its data request line is high. */
bool p1_serial_requested(void);

/**
 * Drives the data request line (pin 2 of the RJ12). The meter sends while it is high; released it is high impedance,
 * never ground. Source: DSMR 5.0.2 P1, 5.7.1.
 */
void p1_serial_data_request(bool wanted);

/** How often that happened since the start; 0 for ever where the port doesn't tell. */
uint32_t p1_serial_line_errors(platform_line_error_t of);
