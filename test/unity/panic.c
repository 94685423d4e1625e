/* Where an `assert` of the TypeScript ends up that does not hold: no test may reach one. */

#include <stdio.h>
#include <stdlib.h>

#include "ts2c.h"

void ts_panic(const char *where)
{
    (void)fprintf(stderr, "panic at %s\n", where);
    abort();
}
