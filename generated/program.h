/* Made by ts2c: change the TypeScript, not this file. */

#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Starts the program of device.ts: makes all state as at power-up and runs the top-level code of that module and of those
 * that it imports, in JavaScript's order.
 */
void p1_init_device(void);

/**
 * Starts the program of decode.ts: makes all state as at power-up and runs the top-level code of that module and of those
 * that it imports, in JavaScript's order.
 */
void p1_init_decode(void);

/** Begins an entry; one that begins during another is a panic at `where`. The entries call it. */
void p1_enter(const char *where);

/** Ends an entry. */
void p1_leave(void);

#ifdef __cplusplus
}
#endif
