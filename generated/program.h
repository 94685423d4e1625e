/* Made by ts2c: change the TypeScript, not this file. */

#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/** Makes all state as at power-up and runs the modules' top-level code, in JavaScript's order. */
void p1_init(void);

/** Begins an entry; one that begins during another is a panic at `where`. The entries call it. */
void p1_enter(const char *where);

/** Ends an entry. */
void p1_leave(void);

#ifdef __cplusplus
}
#endif
