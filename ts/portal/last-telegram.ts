import { type Bytes, type range } from "ts2c";

/** As long as a telegram may be that is kept whole. */
const SIZE = 8192;

/** The last good telegram, as it came, for who asks for it while the next one is being read. */
export class LastTelegram {
  private readonly bytes: Uint8Array = new Uint8Array(SIZE);
  private length: range<0, 8192> = 0;

  /** Keeps a telegram; one that was too long to be copied takes the place of the one before, too. */
  take(telegram: Bytes): void {
    this.length = 0;
    if (telegram.length <= SIZE) {
      this.bytes.set(telegram);
      this.length = telegram.length;
    }
  }

  /** Nothing before the first. */
  view(): Bytes {
    return this.bytes.subarray(0, this.length);
  }
}
