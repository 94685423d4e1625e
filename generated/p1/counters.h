/* Made by ts2c from ts/p1/counters.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/outcome.h"

/** What became of everything that the meter sent, counted since the start (each count begins again after 2^32). */
typedef struct {
    /** Good telegrams. */
    uint32_t telegrams;
    /** Telegrams whose CRC is wrong. */
    uint32_t crc;
    /** Telegrams without the CRC that they must have. */
    uint32_t no_crc;
    /** Telegrams with a line that is too long. */
    uint32_t too_long;
    /** Telegrams cut off by silence or by the next one. */
    uint32_t truncated;
    /** Encrypted frames for which there is no key. */
    uint32_t encrypted;
    /** Encrypted frames that gave no telegram though there is a key. */
    uint32_t decryption;
    /** Encrypted frames whose tag is wrong, whatever they gave. */
    uint32_t wrong_tags;
    /** Lines of good telegrams that gave no reading. */
    uint32_t skipped_lines;
    /** Bytes that belong to no telegram. */
    uint32_t noise;
} p1_counters_t;

/** Makes a new `Counters` at `self`. */
TS_SHARED void p1_counters_init(p1_counters_t *self);

/** Everything that was no good telegram. */
TS_SHARED uint32_t p1_counters_failures(p1_counters_t *self);

/** Adds bytes of noise. */
TS_SHARED void p1_counters_add_noise(p1_counters_t *self, uint32_t bytes);

/** Adds lines of a good telegram that gave no reading. */
TS_SHARED void p1_counters_add_skipped_lines(p1_counters_t *self, uint32_t lines);

/** Adds what a telegram came to. */
TS_SHARED void p1_counters_add(p1_counters_t *self, p1_outcome_t outcome);
