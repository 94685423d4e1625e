/* The drivers of a device in a test: they remember what they are told and answer as the test says. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ts2c.h"

/* A message that the broker took. */
typedef struct {
    char topic[128];
    char payload[512];
} platform_message_t;

typedef struct {
    /* Milliseconds that the clock shows. */
    uint32_t now;
    /* The console's commands, and what was written to it. */
    char commands[128];
    char console[16384];
    size_t console_length;
    /* The messages that the broker took, in their order. */
    platform_message_t messages[256];
    size_t message_count;
    /* How many more messages the broker takes before it is full. */
    size_t room;
    size_t connects;
    /* What the broker is to say when the connection breaks. */
    platform_message_t will;
} platform_t;

extern platform_t platform;

/* Everything as at power-up: the drivers, and the state of the program that `start` starts. */
void platform_power_up(void (*start)(void));

/* The payload of the newest message with this topic, or NULL. */
const char *platform_payload(const char *topic);

typedef void (*platform_entry_t)(ts_bytes bytes);

/*
 * Hands bytes to an entry, so many at a time (0: all at once), each piece in memory of exactly its size that is gone
 * when the entry returns: reading beside it or later is an error that AddressSanitizer sees.
 */
void platform_feed(platform_entry_t entry, const char *bytes, size_t length, size_t piece);

/* Writes the telegram with these data lines ("line\r\nline\r\n") and its CRC, and returns its length. */
size_t platform_telegram(char *to, size_t size, const char *lines);
