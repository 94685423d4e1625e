/* Made by ts2c from ts/update/note.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/update.h"
#include "bytes.h"

/** The note; at first that of a device that had none. */
typedef struct {
    /** Whether the broker and the meter worked before the restart. Who doesn't know takes it that they did. */
    bool broker;
    bool meter;
    /** Since the image in the other slot was rolled back, another one was written over it, at least in part. */
    bool overwritten;
    /** How often the device restarted to get its network back; it stays at 31. */
    uint8_t network_restarts;
    uint8_t memory[34];
    uint8_t length;
} update_note_t;

/** The longest version, as an image has room for it. */
#define UPDATE_VERSION_SIZE 32

/** Makes a new `Note` at `self`. */
TS_SHARED void update_note_init(update_note_t *self);

/** Reads what is kept. */
TS_SHARED void update_note_load(update_note_t *self);

/** Keeps it as it is now. */
TS_SHARED void update_note_keep(update_note_t *self);

/** The device is about to restart to get its network back. */
TS_SHARED void update_note_count_network_restart(update_note_t *self);

/** The version that was rolled back last; empty where none was. */
TS_SHARED ts_bytes update_note_failed(update_note_t *self);

/** Notes a version that was rolled back; an empty one for none. */
TS_SHARED void update_note_set_failed(update_note_t *self, ts_bytes version);
