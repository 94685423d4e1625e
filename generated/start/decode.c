/* Made by ts2c: change the TypeScript, not this file. */

#include "program.h"
#include "decode.h"

void p1_init_decode(void)
{
    p1_leave();
    decode_module_init();
}
