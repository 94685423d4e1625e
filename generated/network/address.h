/* Made by ts2c from ts/network/address.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** No address; nobody has the one that it stands for. */
#define NETWORK_NO_ADDRESS 0

/** The address that `text` writes, such as 192.168.1.2; {@link NO_ADDRESS} where it writes none. */
TS_SHARED uint32_t network_parse_address(ts_bytes text);

TS_SHARED void network_write_address(ts2c_writer_t *out, uint32_t address);
