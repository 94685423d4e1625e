/** The entries of a record: a name and a value each. */

import { type Bytes, type Writer } from "ts2c";

/**
 * Stands before the name of what is no setting's value: the value with which a setting worked last, for when the one that counts does not;
 * or a note that something is kept beside the record, under this key.
 */
const ASIDE = 126; // ~

/** The first entry of some, and the others. */
export interface Entry {
  readonly name: Bytes;
  readonly value: Bytes;
  readonly isAside: boolean;
  readonly rest: Bytes;
}

/** Reads an entry. Of bytes that are none, something shorter is left. */
export function entryOf(bytes: Bytes): Entry {
  const size = bytes.length === 0 ? 1 : 1 + bytes[0];
  const name = bytes.subarray(1, size);
  const behind = bytes.subarray(size);
  const length = behind.length < 2 ? 0 : behind[0] | (behind[1] << 8);
  const isAside = name.length > 0 && name[0] === ASIDE;
  return {
    name: isAside ? name.subarray(1) : name,
    value: behind.subarray(2, 2 + length),
    isAside,
    rest: behind.subarray(2 + length),
  };
}

/** Writes one. */
export function writeEntry(out: Writer, name: Bytes, value: Bytes, isAside: boolean): void {
  out.byte((name.length + (isAside ? 1 : 0)) & 0xff);
  if (isAside) {
    out.byte(ASIDE);
  }
  out.bytes(name);
  out.byte(value.length & 0xff);
  out.byte((value.length >> 8) & 0xff);
  out.bytes(value);
}
