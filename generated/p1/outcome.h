/* Made by ts2c from ts/p1/outcome.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"

/**
 * What bytes from a meter came to: "more" of them are wanted; a good "telegram"; one whose "crc" is wrong; one that has
 * "no-crc" and must have one; one with a line that is "too-long"; one that was "truncated", by silence or by the next
 * telegram; an "encrypted" frame for which there is no key; one whose "decryption" gave no telegram.
 */
typedef enum TS_NARROW {
    P1_OUTCOME_MORE,
    P1_OUTCOME_TELEGRAM,
    P1_OUTCOME_CRC,
    P1_OUTCOME_NO_CRC,
    P1_OUTCOME_TOO_LONG,
    P1_OUTCOME_TRUNCATED,
    P1_OUTCOME_ENCRYPTED,
    P1_OUTCOME_DECRYPTION,
} p1_outcome_t;

/** Which CRC a good telegram had: CRC-16/ARC; CRC-16/X-25 (Holley); none, as DSMR 2.2 and 3 and the German D0. */
typedef enum TS_NARROW {
    P1_CRC_ARC,
    P1_CRC_X25,
    P1_CRC_ABSENT,
} p1_crc_t;

/** The text of each. */
extern const ts_bytes p1_crc_texts[3];
