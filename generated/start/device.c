/* Made by ts2c: change the TypeScript, not this file. */

#include "program.h"
#include "device.h"

void p1_init_device(void)
{
    p1_leave();
    device_module_init();
}
