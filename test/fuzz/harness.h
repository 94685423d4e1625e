/*
 * A program made by ts2c under libFuzzer. An input is a script: a seed, from which the drivers take what they answer;
 * what the driver of settings has kept; and then calls of the program's entries with their arguments. script.ts reads
 * the same bytes in the same way for the TypeScript, so that both can be compared.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ts2c.h"

/* The entries that drivers.c has, and what follows them: calls that are made here. */
extern const unsigned fuzz_entry_count;

/* Calls an entry with arguments out of the script. False when nothing may be called after it. */
bool fuzz_call(unsigned entry);

/* Calls the entry that is to be called once, before any other but those that configure. */
void fuzz_start(void);

/* Hands the bytes of one telegram to the program. */
void fuzz_receive(ts_bytes bytes);

/* Makes the program's state as at power-up. */
void fuzz_power_up(void);

/* What follows in the script; 0 behind its end. */
uint8_t fuzz_byte(void);
uint32_t fuzz_word(void);

/* A number out of the script: mostly one of few, so that it is met again. */
uint32_t fuzz_number(void);

/* Bytes out of the script, in memory of their size, until they are given back: reading beside them or later is an
 * error. */
ts_bytes fuzz_bytes(void);
void fuzz_give_back(ts_bytes bytes);

/* What drivers answer: by chance, out of the seed. */
uint32_t fuzz_random(void);
extern uint32_t fuzz_seed;
extern uint32_t fuzz_now;

/* Fills what a driver was asked to fill. */
void fuzz_fill(ts_span_u8 into);

/* What the script says that drivers answer, each once, where chance would not: bytes to fill in, or one byte. */
extern const unsigned fuzz_driver_count;
extern ts_bytes fuzz_answers[];
bool fuzz_is_answered(unsigned driver);
uint32_t fuzz_answer_into(unsigned driver, ts_span_u8 into);
uint8_t fuzz_answer(unsigned driver);

/* Copies what is kept under a key of the driver of settings, and returns its length; 0 where there is nothing. */
uint32_t fuzz_kept(unsigned key, ts_span_u8 into);

/* Notes that a driver was called, and with what. */
void fuzz_trace(const char *name);
void fuzz_trace_word(uint32_t word);
void fuzz_trace_bytes(ts_bytes bytes);
