/* Made by ts2c from ts/portal/utf8.ts: change that file, not this one. */

#include "portal/utf8.h"

bool portal_is_utf8(ts_bytes text)
{
    /** How many bytes of a character are missing, and between which values the next one must be. */
    uint32_t missing = 0;
    uint32_t least = 0x80;
    uint32_t most = 0xbf;
    for (uint32_t i = 0; i < text.length; i++) {
        const uint8_t byte = text.data[i];
        if (missing > 0u) {
            if (byte < least || byte > most) {
                return false;
            }
            missing--;
            least = 0x80;
            most = 0xbf;
        } else if (byte >= 0x80) {
            if (byte < 0xc2 || byte > 0xf4) {
                return false;
            }
            missing = (uint32_t)(byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3);
            least = (uint32_t)(byte == 0xe0 ? 0xa0 : byte == 0xf0 ? 0x90 : 0x80);
            most = (uint32_t)(byte == 0xed ? 0x9f : byte == 0xf4 ? 0x8f : 0xbf);
        }
    }
    return missing == 0u;
}
