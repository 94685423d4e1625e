/* Made by ts2c from ts/platform/download.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * `begun`: the head of the answer is there; {@link offset} says where in the file its body begins. `part`: what {@link receive} asked
 * for. `end`: the body is over. All others end the download. `unreachable`: no such host, or nobody answers. `untrusted`: the
 * certificate is over, for another name, or signed by nobody known. `insecure`: the server leads to an address that is not encrypted.
 * `missing`: there is no such file. `refused`: any other answer than the file. `broken`: the connection broke, or came to a stop.
 */
typedef enum TS_NARROW {
    PLATFORM_DOWNLOAD_EVENT_BEGUN,
    PLATFORM_DOWNLOAD_EVENT_PART,
    PLATFORM_DOWNLOAD_EVENT_END,
    PLATFORM_DOWNLOAD_EVENT_UNREACHABLE,
    PLATFORM_DOWNLOAD_EVENT_UNTRUSTED,
    PLATFORM_DOWNLOAD_EVENT_INSECURE,
    PLATFORM_DOWNLOAD_EVENT_MISSING,
    PLATFORM_DOWNLOAD_EVENT_REFUSED,
    PLATFORM_DOWNLOAD_EVENT_BROKEN,
} platform_download_event_t;

/**
 * Begins to fetch `url`, of at most 255 bytes, from the byte `from` on. `plain`: whether it may go unencrypted. False while another download has not
 * ended, or without memory for one.
 */
bool p1_download_open(uint32_t id, ts_bytes url, uint32_t from, bool plain);

/** Where in the file the body begins: as asked for, or at 0 where the server can't do that. */
uint32_t p1_download_offset(void);

/** Asks for the next part of the body, of at most `HTTP_PART` bytes. */
void p1_download_receive(void);

/** Gives the download up. */
void p1_download_close(void);
