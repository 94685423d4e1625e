import { type u32 } from "ts2c";

/** What the device counts since start, beside what its {@link TelegramReader} counts; each goes round to 0 after 2^32 − 1. */
export class DeviceCounters {
  /** Telegrams written to the TX line. */
  sent: u32 = 0;
  /** Publications: each sends what was due at that time. */
  published: u32 = 0;
  /** Telegrams that the simulator made. */
  simulated: u32 = 0;
  /** Telegrams of the meter that were repeated on the second port. */
  repeated: u32 = 0;
  /** Quarter hours that fell out of the full history. */
  historyLost: u32 = 0;
}
