import { createHash } from "node:crypto";

/** Sizes of the parts of a firmware image. Source: ESP-IDF 5.5, "App Image Format". */
const HEADER = 24;
const SEGMENT_HEADER = 8;
const VERSION = 48;
const NAME_SIZE = 32;
const HASH_SIZE = 32;
/** What the checksum starts with. */
const CHECKSUM_SEED = 0xef;

/** Whether an image is whole: its segments, its checksum and, where it has one, its hash, as the chip's driver checks. */
export function isWhole(image: Buffer): boolean {
  let at = HEADER;
  let checksum = CHECKSUM_SEED;
  for (let segment = 0; segment < (image[1] ?? 0); segment++) {
    if (at + SEGMENT_HEADER > image.length) {
      return false;
    }
    const end = at + SEGMENT_HEADER + image.readUInt32LE(at + 4);
    for (const byte of image.subarray(at + SEGMENT_HEADER, end)) {
      checksum ^= byte;
    }
    at = end;
  }
  // The checksum is the last byte of a line of sixteen.
  const end = at + 16 - (at % 16);
  if (image[0] !== 0xe9 || end > image.length || image[end - 1] !== checksum) {
    return false;
  }
  if (image[HEADER - 1] !== 1) {
    return image.length === end;
  }
  const hash = createHash("sha256").update(image.subarray(0, end)).digest();
  return image.length === end + HASH_SIZE && hash.equals(image.subarray(end));
}

/** The version that an image names. */
export function versionOf(image: Buffer): string {
  return image
    .subarray(VERSION, VERSION + NAME_SIZE)
    .toString("latin1")
    .split("\0", 1)[0];
}
