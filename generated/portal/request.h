/* Made by ts2c from ts/portal/request.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"

/** The head of a request. Its bytes are lent until the entry returns. */
typedef struct {
    platform_method_t method;
    /** The target: path and query. */
    ts_bytes path;
    /** The lines of `HTTP_FIELDS` that the request has: name in lower case, colon, value, line end. */
    ts_bytes fields;
    /** The bytes of the body, as `Content-Length` says; 0 where there is none. */
    uint32_t length;
    /** Whether it came by the device's own access point. */
    bool is_guest;
} portal_request_t;
