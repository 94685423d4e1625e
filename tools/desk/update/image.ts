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
/** A signature has a sector of flash, which begins with that. Source: ESP-IDF 5.5, "Secure Boot V2", signature block. */
const SECTOR = 4096;
const SIGNATURE_MAGIC = 0x02e7;

/**
 * Whether an image is whole: its segments, its checksum and, where it has one, its hash, as the chip's driver checks. Behind it there may
 * be a signature, and nothing else.
 */
export function isWhole(image: Buffer): boolean {
  const end = endOf(image);
  return end !== null && (image.length === end || signatureAt(image, end) !== null);
}

/** An image that is signed: what was signed, and the signature's sector behind it. */
export interface Signed {
  readonly content: Buffer;
  readonly sector: Buffer;
}

/** Takes a whole image and its signature apart; null where it has none. */
export function signedPartsOf(image: Buffer): Signed | null {
  const end = endOf(image);
  const at = end === null ? null : signatureAt(image, end);
  return at === null ? null : { content: image.subarray(0, at), sector: image.subarray(at) };
}

/** Where the image itself ends; null where it is cut or its checksum or hash is wrong. */
function endOf(image: Buffer): number | null {
  let at = HEADER;
  let checksum = CHECKSUM_SEED;
  for (let segment = 0; segment < (image[1] ?? 0); segment++) {
    if (at + SEGMENT_HEADER > image.length) {
      return null;
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
    return null;
  }
  if (image[HEADER - 1] !== 1) {
    return end;
  }
  const hash = createHash("sha256").update(image.subarray(0, end)).digest();
  return hash.equals(image.subarray(end, end + HASH_SIZE)) ? end + HASH_SIZE : null;
}

/** Where the signature of an image stands that ends there: in a sector of its own, the file's last; null where there is none. */
function signatureAt(image: Buffer, end: number): number | null {
  const sector = Math.ceil(end / SECTOR) * SECTOR;
  return image.length === sector + SECTOR && image.readUInt16LE(sector) === SIGNATURE_MAGIC ? sector : null;
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
