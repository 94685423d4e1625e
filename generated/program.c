/* Made by ts2c: change the TypeScript, not this file. */

#include "program.h"
#include "ts2c.h"

/** Whether an entry runs. */
static bool entered;

void p1_enter(const char *where)
{
    TS_ASSERT(!entered, where);
    entered = true;
}

void p1_leave(void)
{
    entered = false;
}
