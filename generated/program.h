/* Made by ts2c. Run `npm run generate` to renew it. */

#pragma once

/** Makes all state as at power-up and runs the modules' top-level code, in JavaScript's order. */
void p1_init(void);
