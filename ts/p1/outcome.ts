/**
 * What bytes from a meter came to: "more" of them are wanted; a good "telegram"; one whose "crc" is wrong; one that has
 * "no-crc" and must have one; one with a line that is "too-long"; one that was "truncated", by silence or by the next
 * telegram; an "encrypted" frame for which there is no key; one whose "decryption" gave no telegram.
 */
export type Outcome = "more" | "telegram" | "crc" | "no-crc" | "too-long" | "truncated" | "encrypted" | "decryption";

/** Which CRC a good telegram had: CRC-16/ARC; CRC-16/X-25 (Holley); none, as DSMR 2.2 and 3 and the German D0. */
export type Crc = "arc" | "x25" | "absent";
