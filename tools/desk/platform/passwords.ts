import { createHmac, pbkdf2 } from "node:crypto";
import type * as declared from "../../../ts/platform/passwords.ts";
import type { Post } from "../events.ts";

const HASH_BYTES = 32;

let post: Post = () => undefined;
let deriving = false;

export const derive: typeof declared.derive = (password, salt, rounds) => {
  if (deriving) {
    return false;
  }
  deriving = true;
  // The bytes are only lent.
  pbkdf2(Uint8Array.from(password), Uint8Array.from(salt), rounds, HASH_BYTES, "sha256", (error, hash) => {
    deriving = false;
    if (error !== null) {
      throw error;
    }
    post({ kind: "derived", hash: Uint8Array.from(hash) });
  });
  return true;
};

export const digest: typeof declared.digest = (key, message, into) => {
  into.set(createHmac("sha256", Uint8Array.from(key)).update(Uint8Array.from(message)).digest());
  return true;
};

/** For the desk. */
export const host = {
  attach(to: Post): void {
    post = to;
  },
};
