/* Made by ts2c from ts/portal/fields.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"

/** The value of the line `name`, without the spaces around it; nothing where there is no such line. */
TS_SHARED ts_bytes portal_field_of(ts_bytes fields, ts_bytes name);

/** The bytes without spaces and line ends around them. */
TS_SHARED ts_bytes portal_trimmed(ts_bytes bytes);

/** The value of a cookie; nothing where there is none of the name. */
TS_SHARED ts_bytes portal_cookie_of(ts_bytes fields, ts_bytes name);

/** The words behind `Basic` of the line `authorization`: base64 of name, colon, password. Nothing where it is another scheme. */
TS_SHARED ts_bytes portal_basic_of(ts_bytes fields);

/** The bytes that base64 (RFC 4648) writes, put into `into`; nothing where it is not base64 or does not fit. */
TS_SHARED ts_bytes portal_decode_base64(ts_bytes text, ts_span_u8 into);
