/**
 * Reads an image of ESP-IDF's NVS (v5.5) as `nvs_flash_init` and `nvs_get_blob` do: what of it they keep, and what they drop without a
 * word. Left out is what no image of a few blobs has: old formats, encryption, and flash that is worn out.
 *
 * A page has a header (state, sequence, CRC), two bits of state for each of its 126 entries, and the entries of 32 bytes. A blob is an
 * index entry and chunks, each of them an entry with the chunk's CRC and the entries behind it.
 * Source: docs.espressif.com, "Non-Volatile Storage Library", Structure.
 */

import { crc32 as zlibCrc32 } from "node:zlib";

const PAGE = 4096;
const ENTRY = 32;
const ENTRIES = 126;
const TABLE = 32;
const DATA = 64;

const ACTIVE = 0xfffffffe;
const FULL = 0xfffffffc;
const FREEING = 0xfffffff8;

const EMPTY = 3;
const WRITTEN = 2;
const ERASED = 0;

const U8 = 0x01;
const SZ = 0x21;
const BLOB = 0x41;
const CHUNK = 0x42;
const INDEX = 0x48;
/** Integers: signed and unsigned, of 1, 2, 4 and 8 bytes. */
const INTEGERS = [0x01, 0x02, 0x04, 0x08, 0x11, 0x12, 0x14, 0x18];

const ANY_CHUNK = 255;
/** The most that a blob can have. */
const BLOB_SIZE = 127 * (ENTRIES - 1) * ENTRY;
/** What `p1_settings` gives for a blob. */
const ROOM = 4096;

/** NVS's CRC-32 begins with all bits set, where zlib's has none. */
const crc32 = (bytes: Buffer): number => zlibCrc32(bytes, 0xffffffff);

interface Item {
  readonly space: number;
  readonly type: number;
  readonly chunk: number;
  readonly key: string;
  readonly head: Buffer;
  readonly data: Buffer;
}

const hasData = (type: number): boolean => [SZ, BLOB, CHUNK].includes(type);

class Page {
  readonly state: number;
  readonly sequence: number;
  readonly isUsed: boolean;
  readonly items: Item[] = [];
  private readonly bytes: Buffer;
  private readonly states: number[];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.state = bytes.readUInt32LE(0);
    this.sequence = bytes.readUInt32LE(4);
    this.isUsed =
      [ACTIVE, FULL, FREEING].includes(this.state) && bytes.readUInt32LE(28) === crc32(bytes.subarray(4, 28));
    this.states = Array.from({ length: ENTRIES }, (_, i) => (bytes[TABLE + (i >> 2)] >> (2 * (i & 3))) & 3);
    if (this.isUsed) {
      this.load(this.state === ACTIVE ? this.free() : ENTRIES);
    }
  }

  /** Where the next entry would be written: behind those that are marked, and those that were begun. */
  private free(): number {
    let free = this.states.indexOf(EMPTY);
    if (free < 0) {
      return ENTRIES;
    }
    for (; free < ENTRIES && this.bytes.readUInt32LE(DATA + free * ENTRY) !== 0xffffffff; free++) {
      this.states[free] = ERASED;
    }
    return free;
  }

  private load(end: number): void {
    for (let at = 0; at < end; at++) {
      const item =
        this.states[at] === WRITTEN || (this.state === ACTIVE && this.states[at] === EMPTY) ? this.itemAt(at) : null;
      if (item === null) {
        continue;
      }
      const span = hasData(item.type) ? 1 + Math.ceil(item.data.length / ENTRY) : 1;
      if (this.states.slice(at, at + span).every((state) => state === WRITTEN)) {
        this.items.push(item);
      }
      at += span - 1;
    }
  }

  /** The entry there, with what is behind it; null where it is damaged. */
  private itemAt(at: number): Item | null {
    const head = this.bytes.subarray(DATA + at * ENTRY, DATA + (at + 1) * ENTRY);
    const [space, type, span, chunk] = head;
    const crc = crc32(Buffer.concat([head.subarray(0, 4), head.subarray(8)]));
    const size = hasData(type) ? head.readUInt16LE(24) : 0;
    const isWhole =
      crc === head.readUInt32LE(4) &&
      (hasData(type)
        ? size <= (ENTRIES - at - 1) * ENTRY &&
          span === 1 + Math.ceil(size / ENTRY) &&
          (type !== CHUNK || chunk !== ANY_CHUNK)
        : span === 1 &&
          (INTEGERS.includes(type) || (type === INDEX && chunk === ANY_CHUNK && head.readUInt32LE(24) <= BLOB_SIZE)));
    if (!isWhole) {
      return null;
    }
    const start = DATA + (at + 1) * ENTRY;
    const key = head.toString("latin1", 8, 23).replace(/\0.*$/s, "");
    return { space, type, chunk, key, head, data: this.bytes.subarray(start, start + size) };
  }
}

/** The pages that count, oldest first. */
function pagesOf(image: Buffer): Page[] {
  const pages = Array.from(
    { length: image.length / PAGE },
    (_, i) => new Page(image.subarray(i * PAGE, (i + 1) * PAGE)),
  )
    .filter(({ isUsed }) => isUsed)
    .sort((a, b) => a.sequence - b.sequence);
  // A page that is marked as being freed is copied anew, and the page it seems to be copied to is emptied before.
  if (pages.some(({ state }) => state === FREEING) && pages.at(-1)?.state === ACTIVE) {
    pages.pop();
  }
  return pages;
}

/** The blobs that `nvs_get_blob` gives of a namespace, by key. */
export function readNvs(image: Buffer, namespace: string): ReadonlyMap<string, Buffer> {
  const items = pagesOf(image).flatMap((page) => page.items);
  const spaces = items.filter(({ space, type }) => space === 0 && type === U8);
  // A name that was lost gets the lowest number that is free, and with it what was there.
  const taken = spaces.map(({ head }) => head[24]);
  const lowest = Array.from({ length: 254 }, (_, i) => i + 1).find((number) => !taken.includes(number));
  const space = spaces.find(({ key }) => key === namespace)?.head[24] ?? lowest;
  const blobs = new Map<string, Buffer>();
  for (const { key, head } of items.filter((item) => item.space === space && item.type === INDEX)) {
    const [count, start] = [head[28], head[29]];
    const chunks = items.filter(
      (item) =>
        item.space === space &&
        item.type === CHUNK &&
        item.key === key &&
        item.chunk >= start &&
        item.chunk < start + 128,
    );
    const blob = Buffer.concat(chunks.toSorted((a, b) => a.chunk - b.chunk).map(({ data }) => data));
    const isWhole =
      chunks.length === count &&
      blob.length === head.readUInt32LE(24) &&
      chunks.every((chunk) => chunk.head.readUInt32LE(28) === crc32(chunk.data));
    if (isWhole && blob.length <= ROOM) {
      blobs.set(key, blob);
    }
  }
  return blobs;
}
