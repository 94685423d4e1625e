/* Made by ts2c: change the TypeScript, not this file. */

#include "program.h"
#include "ts2c.h"

/** Whether an entry runs. */
static bool p1_entered;

void p1_enter(const char *where)
{
    TS_ASSERT(!p1_entered, where);
    p1_entered = true;
}

void p1_leave(void)
{
    p1_entered = false;
}
