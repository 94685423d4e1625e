/**
 * What the drivers answer under the fuzzer. Each expression is C and JavaScript at once: `seed` is the script's, `random` another
 * number with each use, `now` the milliseconds. Where nothing is said here, a boolean is mostly true, with {@link STEADY} always, a number is `random`
 * within its type, an enum's value any of its values, and what is to be filled is filled by chance and gives its length.
 */
export const ANSWERS: Readonly<Record<string, string>> = {
  "clock.millis": "now",
  "clock.utc": "(seed & 7) === 0 ? 0 : 1767614400 + now % 100000000",
  "http.port": "80",
  "broker.deliver": "random & 7",
  "log.oldest": "0",
  "datagrams.receive": "(random & 15) === 0 ? random % 60 : 0",
  "network.kind": "(seed >> 3) & 1",
  "network.signal": "-(random & 127)",
  "network.foundCount": "random % 17",
  "network.guests": "random % 5",
  "network.accessPointAddress": "3232236545",
  "system.chipId": "seed & 0xffffff",
  "system.jumper": "(seed & 0x1f00) === 0x1f00",
  "system.button": "(random & 31) === 0",
  "update.chip": "5",
  "update.slotSize": "0x1e0000",
  "update.state": "(seed >> 5) & 1",
  "download.offset": "(random & 7) === 0 ? random % 5000 : 0",
  "update.withoutLogin": "(seed & 0x10) !== 0",
  "memory.reserve": "random % 200",
};

/** The entries of `ts/device.ts` that are called in a manner of their own. */
export const STARTS = "start";
export const RECEIVES = "onSerial";
export const TICKS = "onTick";
export const STOPS = "stop";

/** The bit of the seed with which no driver refuses anything. */
export const STEADY = 64;
