import { createHash } from "node:crypto";

/** What an image says of itself. */
export interface ImageParts {
  readonly version: string;
  readonly project?: string;
  /** Espressif's number of the chip: 5 is the C3. */
  readonly chip?: number;
  /** Bytes of program. */
  readonly size?: number;
}

/** A firmware image that is whole, with a program of zeros and ones. Source: ESP-IDF 5.5, "App Image Format". */
export function firmwareImage({ version, project = "p1_meter", chip = 5, size = 4096 }: ImageParts): Buffer {
  const description = Buffer.alloc(256);
  description.writeUInt32LE(0xabcd5432, 0);
  description.write(version, 16, 32, "latin1");
  description.write(project, 48, 32, "latin1");
  const data = Buffer.concat([description, Buffer.alloc(size, 1)]);
  const header = Buffer.alloc(24);
  header.writeUInt8(0xe9, 0);
  header.writeUInt8(1, 1);
  header.writeUInt16LE(chip, 12);
  header.writeUInt8(1, 23);
  const segment = Buffer.alloc(8);
  segment.writeUInt32LE(data.length, 4);
  const body = Buffer.concat([header, segment, data]);
  const padded = Buffer.concat([body, Buffer.alloc(16 - (body.length % 16))]);
  padded[padded.length - 1] = data.reduce((sum, byte) => sum ^ byte, 0xef);
  return Buffer.concat([padded, createHash("sha256").update(padded).digest()]);
}
