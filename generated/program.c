/* Made by ts2c. Run `npm run generate` to renew it. */

#include "program.h"
#include "device.h"
#include "decode.h"

void p1_init(void)
{
    device_module_init();
    decode_module_init();
}
