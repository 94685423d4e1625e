import type * as declared from "../../../ts/platform/memory.ts";

let room = new Uint8Array(0);
let recordSize = 1;

export const reserve: typeof declared.reserve = (records, size) => {
  room = new Uint8Array(records * size);
  recordSize = size;
  return records;
};

export const write: typeof declared.write = (index, record) => {
  room.set(record, index * recordSize);
};

export const read: typeof declared.read = (index, record) => {
  record.set(room.subarray(index * recordSize, index * recordSize + record.length));
};
