import { createHash } from "node:crypto";

/** Sizes of the parts of a firmware image. Source: ESP-IDF 5.5, "App Image Format". */
const HEADER = 24;
const SEGMENT_HEADER = 8;
const CHIP = 12;
const VERSION = 48;
const PROJECT = 80;
const NAME_SIZE = 32;
const HASH_SIZE = 32;
/** What the checksum starts with. */
const CHECKSUM_SEED = 0xef;

/** Where the signature of an image stands (ESP-IDF 5.5, "Signed App Verification"): in a sector of its own behind the image. */
const SECTOR = 4096;
const SIGNATURE_MAGIC = 0x02e7;

/**
 * Whether an image is whole: its segments, its checksum and, where it has one, its hash, as the chip's driver checks. Whoever runs no
 * signed firmware takes a signed image too, as an unsigned one.
 */
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
    return isOver(image, end);
  }
  const hash = createHash("sha256").update(image.subarray(0, end)).digest();
  return hash.equals(image.subarray(end, end + HASH_SIZE)) && isOver(image, end + HASH_SIZE);
}

/** Whether an image is over there, but for a signature. */
function isOver(image: Buffer, end: number): boolean {
  const sector = Math.ceil(end / SECTOR) * SECTOR;
  const isSigned = image.length === sector + SECTOR && image.readUInt16LE(sector) === SIGNATURE_MAGIC;
  return image.length === end || isSigned;
}

/** The version that an image names. */
export function versionOf(image: Buffer): string {
  return textAt(image, VERSION);
}

/** The project that an image names. */
export function projectOf(image: Buffer): string {
  return textAt(image, PROJECT);
}

/** The chip that an image is for, by Espressif's number. */
export function chipOf(image: Buffer): number {
  return image.readUInt16LE(CHIP);
}

function textAt(image: Buffer, at: number): string {
  return image
    .subarray(at, at + NAME_SIZE)
    .toString("latin1")
    .split("\0", 1)[0];
}
