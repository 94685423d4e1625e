/* Made by ts2c from ts/console/words.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** `unclosed`: a quote has no end. `glued`: a word goes on behind its closing quote. */
typedef enum TS_NARROW {
    CONSOLE_SHAPE_WORDS,
    CONSOLE_SHAPE_UNCLOSED,
    CONSOLE_SHAPE_GLUED,
} console_shape_t;

/** The command, and the words behind it; those that are not there are empty. */
typedef struct {
    console_shape_t shape;
    /** How many stand behind the command; of more than four 4. */
    uint8_t count;
    ts_bytes command;
    ts_bytes first;
    ts_bytes second;
    ts_bytes third;
} console_words_t;

/** The first word of a line, and what stands behind it. */
typedef struct {
    bool is_there;
    console_shape_t shape;
    ts_bytes word;
    ts_bytes rest;
} console_piece_t;

/** Takes a line apart. */
TS_SHARED console_words_t console_words_of(ts_bytes line);
