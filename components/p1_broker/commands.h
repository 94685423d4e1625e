/* The calls that wait for the task: each with all its bytes, on the heap until it is done, and bound in number and
 * size. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "platform/broker.h"

typedef enum { CONNECT, PUBLISH, SUBSCRIBE, DISCONNECT, CONNECTED, ENDED } what_t;

/* One call, with all its bytes behind it, on the heap until it is done. */
typedef struct {
    what_t what;
    /* Which attempt it belongs to: an event of an earlier one is nobody's. */
    uint32_t attempt;
    uint16_t port;
    platform_security_t security;
    uint16_t keepalive;
    uint8_t qos;
    bool retain;
    /* What deliver gave the device; 0 for publish. */
    uint16_t id;
    size_t size;
    /* Texts, each ended by a zero; a payload has no end of its own. */
    uint32_t offset[5];
    uint32_t payload_length;
    char bytes[];
} command_t;

/* Makes the queue. */
void commands_start(void);

/* Makes a command of up to five texts, which are copied; NULL where there is no room. */
command_t *commands_make(what_t what, const ts_bytes *texts, size_t count);

/* One of its texts. */
const char *commands_text(const command_t *command, size_t index);

/* Queues it; false, and it is gone, where there is no room, or it could not be made. */
bool commands_queue(command_t *command);

/* Waits for the next one, which is to be given to commands_done. */
command_t *commands_next(void);
void commands_done(command_t *command);
