/* Made by ts2c from ts/neighbours/homewizard-service.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "chip-id.h"

/** The service of mDNS, over TCP. */
extern const ts_bytes NEIGHBOURS_SERVICE;

/** The product that the device speaks like; its clients look for the type. */
extern const ts_bytes NEIGHBOURS_PRODUCT_TYPE;

extern const ts_bytes NEIGHBOURS_PRODUCT_NAME;

/** Writes the serial number: 12 hexadecimal digits, of which the chip's number are the last; the first are no manufacturer's. */
TS_SHARED void neighbours_write_serial(ts2c_writer_t *out);

/** The records of the service, in the writer's memory. */
TS_SHARED ts_bytes neighbours_records(ts2c_writer_t *out);
