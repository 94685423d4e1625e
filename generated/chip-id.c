/* Made by ts2c from ts/chip-id.ts: change that file, not this one. */

#include "chip-id.h"

void chip_id_write_chip_id(ts2c_writer_t *out)
{
    const uint32_t chip = p1_system_chip_id();
    for (int32_t shift = 20; shift >= 0; shift -= 4) {
        const uint32_t digit = (uint32_t)(((int32_t)chip >> shift) & 15);
        ts2c_writer_byte(out, (uint8_t)(digit < 10u ? 48u + digit : 87u + digit));
    }
}
