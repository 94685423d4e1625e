/**
 * The head of a firmware image: whether it is one, for this chip and of this project. The image's own checksums are
 * checked by the driver when all of it is written. Source: ESP-IDF 5.5, "App Image Format"; all numbers little-endian.
 */

import { utf8, type Bytes, type u16 } from "ts2c";
import { sameBytes } from "../bytes.ts";

/** How much of an image has to be there before {@link examine} can tell: two headers and the application's description. */
export const IMAGE_HEAD = 288;

/** First byte of the image, and the halves of the first word of the application's description. */
const IMAGE_MAGIC = 0xe9;
const DESCRIPTION_MAGIC_LOW = 0x5432;
const DESCRIPTION_MAGIC_HIGH = 0xabcd;

/** Where things stand. The description follows the headers of the image (24 bytes) and of its first segment (8). */
const CHIP = 12;
const DESCRIPTION = 32;
const VERSION = 48;
const PROJECT = 80;
const NAME_SIZE = 32;

/** The project's name, as `project()` in the top-level CMakeLists.txt has it. */
const OUR_PROJECT: Bytes = utf8("p1_meter");

/** What is wrong with an image; `none`: nothing, as far as its head tells. */
export type ImageFault = "none" | "no-image" | "other-chip" | "other-project";

/** Looks at the head of an image for a device with this chip. */
export function examine(head: Bytes, chip: u16): ImageFault {
  if (head.length < IMAGE_HEAD || head[0] !== IMAGE_MAGIC) {
    return "no-image";
  }
  const low = head[DESCRIPTION] | (head[DESCRIPTION + 1] << 8);
  const high = head[DESCRIPTION + 2] | (head[DESCRIPTION + 3] << 8);
  if (low !== DESCRIPTION_MAGIC_LOW || high !== DESCRIPTION_MAGIC_HIGH) {
    return "no-image";
  }
  if ((head[CHIP] | (head[CHIP + 1] << 8)) !== chip) {
    return "other-chip";
  }
  return sameBytes(textAt(head, PROJECT), OUR_PROJECT) ? "none" : "other-project";
}

/** The version that an image's head names. */
export function versionOf(head: Bytes): Bytes {
  return textAt(head, VERSION);
}

/** A text of at most 32 bytes, ended by a zero. */
function textAt(head: Bytes, at: u16): Bytes {
  const field = head.subarray(at, at + NAME_SIZE);
  const end = field.indexOf(0);
  return end < 0 ? field : field.subarray(0, end);
}
