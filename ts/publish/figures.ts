/** The one table of what the device says of itself. */

import { type range } from "ts2c";
import { type Kind, type Shown } from "../meter/catalogue.ts";

/** The figures' names: their topics below `<root>/sensor/`. */
export type FigureName =
  | "client_id"
  | "uptime"
  | "start_reason"
  | "firmware_version"
  | "firmware_rolled_back"
  | "mem_free"
  | "mem_free_least"
  | "cpu_temp"
  | "wifi_signal"
  | "network_resets"
  | "network_restarts"
  | "meter_clock_ahead"
  | "telegram_age"
  | "telegrams_rx"
  | "telegrams_tx"
  | "telegrams_repeated"
  | "telegrams_simulated"
  | "telegrams_pub"
  | "telegrams_err"
  | "err_crc"
  | "err_no_crc"
  | "err_too_long"
  | "err_timeout"
  | "err_encrypted"
  | "err_decryption"
  | "tags_wrong"
  | "err_framing"
  | "err_parity"
  | "err_overflow"
  | "err_noise"
  | "lines_skipped"
  | "totals_held_back"
  | "meter_silences"
  | "history_lost";

/** One figure, as Home Assistant wants to know it. */
export interface Figure {
  readonly name: FigureName;
  readonly behaves: Kind;
  /** Home Assistant's device class; empty for none. */
  readonly deviceClass: string;
  readonly unit: string;
  readonly shown: Shown;
}

/** How many figures there are. */
export const FIGURE_COUNT = 34;

/** A figure's place in the table. */
export type FigureIndex = range<0, 33>;

/** What each means stands behind it, for `npm run docs`. A counter begins anew with each start, and after 2^32 − 1. */
export const FIGURES: readonly Figure[] = [
  { name: "client_id", behaves: "word", deviceClass: "", unit: "", shown: "rare" }, // the name by which the broker knows the device
  { name: "uptime", behaves: "gauge", deviceClass: "duration", unit: "s", shown: "diagnostic" }, // time since the device started
  { name: "start_reason", behaves: "word", deviceClass: "", unit: "", shown: "diagnostic" }, // why the device started: power, button, restart, crash, watchdog, brownout, usb, unknown
  { name: "firmware_version", behaves: "word", deviceClass: "", unit: "", shown: "rare" }, // the version of the firmware that runs
  { name: "firmware_rolled_back", behaves: "word", deviceClass: "", unit: "", shown: "diagnostic" }, // the version that was rolled back, until another one is installed: the device restarted before it was confirmed
  { name: "mem_free", behaves: "gauge", deviceClass: "data_size", unit: "B", shown: "rare" }, // free memory (a computer with more says 4294967295, the most the number holds)
  { name: "mem_free_least", behaves: "gauge", deviceClass: "data_size", unit: "B", shown: "rare" }, // the least free memory since the device started
  { name: "cpu_temp", behaves: "gauge", deviceClass: "temperature", unit: "°C", shown: "diagnostic" }, // temperature of the processor, where there is a sensor
  { name: "wifi_signal", behaves: "gauge", deviceClass: "signal_strength", unit: "dBm", shown: "diagnostic" }, // strength of the Wi-Fi's signal, where the device is in one
  { name: "network_resets", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // times that the network's interface was switched off and on, since it stayed away
  { name: "network_restarts", behaves: "counter", deviceClass: "", unit: "", shown: "diagnostic" }, // times that the device restarted, since the network stayed away all the same: kept over restarts, at most 31
  { name: "meter_clock_ahead", behaves: "gauge", deviceClass: "duration", unit: "s", shown: "diagnostic" }, // how far the meter's clock is ahead of the device's, negative when it is behind; while both know the time
  { name: "telegram_age", behaves: "gauge", deviceClass: "duration", unit: "s", shown: "diagnostic" }, // time since the last good telegram, once there was one
  { name: "telegrams_rx", behaves: "counter", deviceClass: "", unit: "", shown: "diagnostic" }, // good telegrams
  { name: "telegrams_tx", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // telegrams that went out on the TX line
  { name: "telegrams_repeated", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // telegrams that were repeated at the second port, while the splitter is on
  { name: "telegrams_simulated", behaves: "counter", deviceClass: "", unit: "", shown: "diagnostic" }, // telegrams that the simulator made, while it is on
  { name: "telegrams_pub", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // publications
  { name: "telegrams_err", behaves: "counter", deviceClass: "", unit: "", shown: "diagnostic" }, // telegrams that were refused, for whatever reason
  { name: "err_crc", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // telegrams refused: their CRC is wrong
  { name: "err_no_crc", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // telegrams refused: without the CRC that they must have
  { name: "err_too_long", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // telegrams refused: a line does not end
  { name: "err_timeout", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // telegrams refused: cut off by silence, or by the next one
  { name: "err_encrypted", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // telegrams refused: encrypted, and there is no key
  { name: "err_decryption", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // telegrams refused: encrypted, and the key opens nothing
  { name: "tags_wrong", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // encrypted frames whose tag is wrong, refused or not
  { name: "err_framing", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // times that the port missed a stop bit: the wrong speed, or a disturbed line
  { name: "err_parity", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // times that the port found a wrong parity bit
  { name: "err_overflow", behaves: "counter", deviceClass: "", unit: "", shown: "rare" }, // times that bytes were lost since they came faster than they were read
  { name: "err_noise", behaves: "counter", deviceClass: "", unit: "B", shown: "rare" }, // bytes that belong to no telegram
  { name: "lines_skipped", behaves: "counter", deviceClass: "", unit: "", shown: "diagnostic" }, // lines of good telegrams that gave no reading; the log says which and why
  { name: "totals_held_back", behaves: "counter", deviceClass: "", unit: "", shown: "diagnostic" }, // totals that can't be, and were not published
  { name: "meter_silences", behaves: "counter", deviceClass: "", unit: "", shown: "diagnostic" }, // times that the meter fell silent
  { name: "history_lost", behaves: "counter", deviceClass: "", unit: "", shown: "diagnostic" }, // quarter hours that fell out of the full history
];
