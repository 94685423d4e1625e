/* Made by ts2c from ts/scratch.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** What is in it holds until somebody writes anew, so nobody may leave something here for later. */
typedef struct {
    uint8_t bytes[6400];
    ts2c_writer_t out;
} scratch_scratch_t;

/**
 * The longest of them is a message: the JSON of a text of 2048 digits, which is 1024 bytes, each of which takes six where it is a
 * control character.
 */
#define SCRATCH_SCRATCH_SIZE 6400

/** Makes a new `Scratch` at `self`. */
TS_SHARED void scratch_scratch_init(scratch_scratch_t *self);
