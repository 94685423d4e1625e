/* Made by ts2c from ts/portal/same-secret.ts: change that file, not this one. */

#include "portal/same-secret.h"

bool portal_same_secret(ts_bytes a, ts_bytes b)
{
    if (a.length != b.length) {
        return false;
    }
    uint32_t difference = 0;
    for (uint32_t i = 0; i < a.length && i < b.length; i++) {
        difference = difference | (uint32_t)(a.data[i] ^ b.data[i]);
    }
    return difference == 0u;
}
