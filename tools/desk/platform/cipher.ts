import { createDecipheriv, createHash, type DecipherGCM, type Hash } from "node:crypto";
import type * as declared from "../../../ts/platform/cipher.ts";

const TAG_BYTES = 12;

let decipher: DecipherGCM | null = null;
let hash: Hash | null = null;

export const gcmStart: typeof declared.gcmStart = (key, nonce, additional) => {
  decipher = createDecipheriv("aes-128-gcm", bytesOf(key), bytesOf(nonce), { authTagLength: TAG_BYTES });
  decipher.setAAD(bytesOf(additional));
  return true;
};

export const gcmUpdate: typeof declared.gcmUpdate = (cipher, plain) => {
  if (decipher === null) {
    return false;
  }
  plain.set(decipher.update(bytesOf(cipher)));
  return true;
};

export const gcmFinish: typeof declared.gcmFinish = (tag) => {
  const ended = decipher;
  decipher = null;
  try {
    ended?.setAuthTag(bytesOf(tag).subarray(0, TAG_BYTES));
    ended?.final();
    return ended !== null;
  } catch {
    return false; // OpenSSL says nothing more about a wrong tag.
  }
};

export const hashStart: typeof declared.hashStart = () => {
  hash = createHash("sha256");
  return true;
};

export const hashUpdate: typeof declared.hashUpdate = (bytes) => {
  hash?.update(bytesOf(bytes));
  return hash !== null;
};

export const hashFinish: typeof declared.hashFinish = (into) => {
  const ended = hash;
  hash = null;
  if (ended === null) {
    return false;
  }
  into.set(ended.digest());
  return true;
};

function bytesOf(bytes: unknown): Uint8Array {
  return bytes as Uint8Array;
}
