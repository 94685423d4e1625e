import { type int, type u16 } from "ts2c";

const TABLE: readonly u16[] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];

/** Where `wanted` lies in the table, or −1. */
function find(table: readonly u16[], wanted: u16): int {
  let low = 0;
  let high = table.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = table[middle];
    if (value === wanted) {
      return middle;
    }
    if (value < wanted) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return -1;
}

/** The first that is not below, with a half-open range. */
function lowerBound(table: readonly u16[], wanted: u16): int {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (table[middle] < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

for (const wanted of TABLE) {
  console.log(find(TABLE, wanted), lowerBound(TABLE, wanted));
}
console.log(find(TABLE, 0), find(TABLE, 4), find(TABLE, 65535), lowerBound(TABLE, 0), lowerBound(TABLE, 65535));
