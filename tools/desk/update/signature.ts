import { constants, createPublicKey, verify } from "node:crypto";
import { crc32 } from "node:zlib";
import { signedPartsOf } from "./image.ts";

/** Where the parts of a signature block stand, all numbers with the lowest byte first. Source: ESP-IDF 5.5, "Secure Boot V2". */
const MODULUS = 36;
const EXPONENT = 420;
const KEY_END = 812;
const SIGNATURE = 812;
const CHECKSUM = 1196;
const SALT_LENGTH = 32;

/**
 * Whether an image may follow the one that runs, as firmware that was built with `CONFIG_SECURE_SIGNED_APPS_NO_SECURE_BOOT` and the RSA
 * scheme decides: where the running image is signed, the next one is signed by the same key. The first signature counts.
 */
export function maySucceed(next: Buffer, running: Buffer): boolean {
  const trusted = signedPartsOf(running);
  if (trusted === null) {
    return true;
  }
  const signed = signedPartsOf(next);
  return (
    signed !== null &&
    keyOf(signed.sector).equals(keyOf(trusted.sector)) &&
    signed.sector.readUInt32LE(CHECKSUM) === crc32(signed.sector.subarray(0, CHECKSUM)) &&
    isSignatureOf(signed.content, signed.sector)
  );
}

/** The public key, with the numbers that the chip derives from it. */
function keyOf(block: Buffer): Buffer {
  return block.subarray(MODULUS, KEY_END);
}

function isSignatureOf(content: Buffer, block: Buffer): boolean {
  const modulus = reversed(block.subarray(MODULUS, EXPONENT));
  const exponent = reversed(block.subarray(EXPONENT, EXPONENT + 4));
  const key = createPublicKey({
    key: { kty: "RSA", n: modulus.toString("base64url"), e: exponent.toString("base64url") },
    format: "jwk",
  });
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const signature = reversed(block.subarray(SIGNATURE, CHECKSUM));
  return verify("sha256", content, { key, padding, saltLength: SALT_LENGTH }, signature);
}

function reversed(bytes: Buffer): Buffer {
  return Buffer.from(bytes).reverse();
}
