import { type Bytes, type u32 } from "ts2c";

const COMMA = 44;
const SPACE = 32;

/** Whether a topic below the root begins with one of the words of `list`, which has commas between them. */
export function isLeftOut(list: Bytes, topic: Bytes): boolean {
  let from: u32 = 0;
  while (from < list.length) {
    const comma = list.indexOf(COMMA, from);
    const end: u32 = comma < 0 ? list.length : Math.min(comma, list.length);
    if (beginsWith(topic, trimmed(list.subarray(from, end)))) {
      return true;
    }
    from = Math.max(end, from) + 1;
  }
  return false;
}

/** A word without the spaces around it. */
function trimmed(word: Bytes): Bytes {
  let from: u32 = 0;
  while (from < word.length && word[from] === SPACE) {
    from++;
  }
  let end = word.length;
  while (end > from && word[end - 1] === SPACE) {
    end--;
  }
  return word.subarray(from, end);
}

/** Whether `topic` begins with `start`; nothing begins with nothing. */
function beginsWith(topic: Bytes, start: Bytes): boolean {
  if (start.length === 0 || start.length > topic.length) {
    return false;
  }
  for (let i = 0; i < start.length && i < topic.length; i++) {
    if (start[i] !== topic[i]) {
      return false;
    }
  }
  return true;
}
