import { createDecipheriv, type DecipherGCM } from "node:crypto";
import type * as declared from "../../../ts/platform/cipher.ts";

const TAG_BYTES = 12;

let decipher: DecipherGCM | null = null;

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

function bytesOf(bytes: unknown): Uint8Array {
  return bytes as Uint8Array;
}
