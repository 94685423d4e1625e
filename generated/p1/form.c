/* Made by ts2c from ts/p1/form.ts: change that file, not this one. */

#include "p1/form.h"

#define ELECTRICITY 1

#define VERSION_IN_P1_FORM 318767624

#define EMUCS_VERSION_IN_P1_FORM 6291716

#define CLOCK_IN_P1_FORM 65536

#define DEVICE_NAME_IN_P1_FORM 2752512

p1_form_t p1_form_of(uint32_t code)
{
    const uint32_t kind = p1_measurement(code);
    if (p1_medium(code) == ELECTRICITY && p1_quantity(code) > 0 && p1_quantity(code) < 96) {
        return P1_FORM_NUMBER;
    }
    switch (p1_quantity(code)) {
    case 0:
    case 42:
        return P1_FORM_TEXT;
    case 1:
        return kind == 0u ? P1_FORM_CLOCK : P1_FORM_ANY;
    case 24:
        return kind == 3u ? P1_FORM_GAS : kind == 4u ? P1_FORM_ANY : P1_FORM_NUMBER;
    case 96:
        return kind == 7u ? P1_FORM_NUMBER : kind == 13u ? P1_FORM_MESSAGE : kind == 3u || kind == 14u ? P1_FORM_ANY : P1_FORM_TEXT;
    case 98:
    case 99:
        return P1_FORM_LIST;
    default:
        return P1_FORM_ANY;
    }
    TS_UNREACHABLE();
}

bool p1_demands_crc(uint32_t code)
{
    return code == VERSION_IN_P1_FORM || code == EMUCS_VERSION_IN_P1_FORM || code == CLOCK_IN_P1_FORM || code == DEVICE_NAME_IN_P1_FORM;
}
