import { createCipheriv } from "node:crypto";

/** What a meter encrypts with. */
export interface FrameKey {
  readonly key: Buffer;
  readonly additional: Buffer;
}

/** A key for tests, with the additional data of all meters in Luxembourg. */
export const LUXEMBOURG: FrameKey = {
  key: Buffer.from("000102030405060708090a0b0c0d0e0f", "hex"),
  additional: Buffer.from("3000112233445566778899AABBCCDDEEFF", "hex"),
};

/** The frame of a meter around `plain`, as Luxembourg P1 1.1.3, 3.2.5, says; encrypted by OpenSSL, not by the device. */
export function frameOf(plain: Uint8Array | string, { key, additional }: FrameKey = LUXEMBOURG, counter = 1): Buffer {
  const title = Buffer.from("SAGgp\x01\x02\x03", "latin1");
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const cipher = createCipheriv("aes-128-gcm", key, Buffer.concat([title, count]), { authTagLength: 12 });
  cipher.setAAD(additional);
  const text = typeof plain === "string" ? Buffer.from(plain, "latin1") : plain;
  const encrypted = Buffer.concat([cipher.update(text), cipher.final()]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(1 + 4 + encrypted.length + 12);
  const head = [Buffer.from([0xdb, 8]), title, Buffer.from([0x82]), length, Buffer.from([0x30]), count];
  return Buffer.concat([...head, encrypted, cipher.getAuthTag()]);
}
