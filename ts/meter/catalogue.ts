import { constant, type range, type u32, type u8 } from "ts2c";

/**
 * How a reading behaves: a counter only grows, a gauge goes up and down, a text and a time are what they say, a list is
 * dated numbers.
 */
export type Kind = "counter" | "gauge" | "text" | "time" | "list";

/** Home Assistant's device class of a reading; "none" where it has none that fits. */
export type DeviceClass =
  | "none"
  | "energy"
  | "power"
  | "reactive_energy"
  | "reactive_power"
  | "apparent_power"
  | "power_factor"
  | "voltage"
  | "current"
  | "frequency"
  | "gas"
  | "water"
  | "timestamp";

/** What is known about a code. */
export interface Entry {
  /** The OBIS code, as in p1/obis.ts; 0 for an M-Bus device's reading, whose meaning is in its device type. */
  readonly code: u32;
  /** The topic under the device's root; a number's unit comes behind it. */
  readonly topic: string;
  readonly kind: Kind;
  readonly device: DeviceClass;
}

/**
 * The one table of what is read: code, topic, kind, device class. `n` is any digit and goes where the topic says `n`; with
 * `#` in the topic the row stands for three, the phases L1, L2 and L3, whose third parts are 20 apart.
 *
 * Sources: the topics of the original P1 meter; DSMR 2.2 to 5.0.2; e-MUCS P1 1.7.1 and 2.1.1 (Belgium); Luxembourg P1
 * 1.1.3; Swedish H1 2.0; E.ON Hungary's P1 port; the names of IEC 62056-61 for the rest.
 */
export const CATALOGUE: readonly Entry[] = constant(() => {
  type Row = readonly [code: string, topic: string, kind: Kind, device: DeviceClass];
  const rows: readonly Row[] = [
    // Who and when
    ["1-3:0.2.8", "equipment/version", "text", "none"],
    ["0-0:96.1.4", "equipment/emucs_version", "text", "none"],
    ["0-0:1.0.0", "date_time", "time", "timestamp"],
    ["0-0:42.0.0", "equipment/device_name", "text", "none"],
    ["0-0:96.1.0", "equipment/p1_meter_id", "text", "none"],
    ["0-0:96.1.1", "equipment/p1_meter_id", "text", "none"],
    ["0-0:96.1.255", "equipment/p1_meter_id", "text", "none"],
    ["0-0:96.1.2", "equipment/p1_meter_ean", "text", "none"],
    ["1-0:0.0.0", "equipment/meter_number", "text", "none"],
    ["1-0:0.2.0", "equipment/firmware", "text", "none"],
    ["1-0:96.5.5", "equipment/status", "text", "none"],
    ["0-0:96.14.0", "tariff_indicator", "text", "none"],
    ["0-0:96.13.n", "message/n", "text", "none"],

    // Energy
    ["1-0:1.8.0", "total/consumption", "counter", "energy"],
    ["1-0:1.8.1", "total/consumption_low_tariff", "counter", "energy"],
    ["1-0:1.8.2", "total/consumption_high_tariff", "counter", "energy"],
    ["1-0:1.8.3", "total/consumption_tariff_3", "counter", "energy"],
    ["1-0:1.8.4", "total/consumption_tariff_4", "counter", "energy"],
    ["1-0:2.8.0", "total/production", "counter", "energy"],
    ["1-0:2.8.1", "total/production_low_tariff", "counter", "energy"],
    ["1-0:2.8.2", "total/production_high_tariff", "counter", "energy"],
    ["1-0:2.8.3", "total/production_tariff_3", "counter", "energy"],
    ["1-0:2.8.4", "total/production_tariff_4", "counter", "energy"],
    ["1-0:15.8.0", "total/combined", "counter", "energy"],
    ["1-0:21.8.0", "total/consumption/l#", "counter", "energy"],
    ["1-0:22.8.0", "total/production/l#", "counter", "energy"],
    ["1-0:3.8.0", "total/reactive_consumption", "counter", "reactive_energy"],
    ["1-0:3.8.1", "total/reactive_consumption_tariff_1", "counter", "reactive_energy"],
    ["1-0:3.8.2", "total/reactive_consumption_tariff_2", "counter", "reactive_energy"],
    ["1-0:4.8.0", "total/reactive_production", "counter", "reactive_energy"],
    ["1-0:4.8.1", "total/reactive_production_tariff_1", "counter", "reactive_energy"],
    ["1-0:4.8.2", "total/reactive_production_tariff_2", "counter", "reactive_energy"],
    ["1-0:5.8.0", "total/reactive_quadrant_1", "counter", "reactive_energy"],
    ["1-0:6.8.0", "total/reactive_quadrant_2", "counter", "reactive_energy"],
    ["1-0:7.8.0", "total/reactive_quadrant_3", "counter", "reactive_energy"],
    ["1-0:8.8.0", "total/reactive_quadrant_4", "counter", "reactive_energy"],

    // Power, voltage and current
    ["1-0:1.7.0", "instant/consumption", "gauge", "power"],
    ["1-0:2.7.0", "instant/production", "gauge", "power"],
    ["1-0:15.7.0", "instant/combined", "gauge", "power"],
    ["1-0:16.7.0", "instant/net", "gauge", "power"],
    ["1-0:21.7.0", "instant/power_consumption/l#", "gauge", "power"],
    ["1-0:22.7.0", "instant/power_production/l#", "gauge", "power"],
    ["1-0:3.7.0", "instant/reactive_consumption", "gauge", "reactive_power"],
    ["1-0:4.7.0", "instant/reactive_production", "gauge", "reactive_power"],
    ["1-0:5.7.0", "instant/reactive_quadrant_1", "gauge", "reactive_power"],
    ["1-0:6.7.0", "instant/reactive_quadrant_2", "gauge", "reactive_power"],
    ["1-0:7.7.0", "instant/reactive_quadrant_3", "gauge", "reactive_power"],
    ["1-0:8.7.0", "instant/reactive_quadrant_4", "gauge", "reactive_power"],
    ["1-0:23.7.0", "instant/reactive_consumption/l#", "gauge", "reactive_power"],
    ["1-0:24.7.0", "instant/reactive_production/l#", "gauge", "reactive_power"],
    ["1-0:9.7.0", "instant/apparent_consumption", "gauge", "apparent_power"],
    ["1-0:10.7.0", "instant/apparent_production", "gauge", "apparent_power"],
    ["1-0:29.7.0", "instant/apparent_consumption/l#", "gauge", "apparent_power"],
    ["1-0:30.7.0", "instant/apparent_production/l#", "gauge", "apparent_power"],
    ["1-0:11.7.0", "instant/current", "gauge", "current"],
    ["1-0:90.7.0", "instant/current_sum", "gauge", "current"],
    ["1-0:91.7.0", "instant/current_neutral", "gauge", "current"],
    ["1-0:31.7.0", "instant/current/l#", "gauge", "current"],
    ["1-0:12.7.0", "instant/voltage", "gauge", "voltage"],
    ["1-0:32.7.0", "instant/voltage/l#", "gauge", "voltage"],
    ["1-0:13.7.0", "instant/power_factor", "gauge", "power_factor"],
    ["1-0:33.7.0", "instant/power_factor/l#", "gauge", "power_factor"],
    ["1-0:14.7.0", "instant/frequency", "gauge", "frequency"],
    ["1-0:1.24.0", "average/consumption", "gauge", "power"],
    ["1-0:2.24.0", "average/production", "gauge", "power"],
    ["1-0:21.24.0", "average/power_consumption/l#", "gauge", "power"],
    ["1-0:22.24.0", "average/power_production/l#", "gauge", "power"],
    ["1-0:31.24.0", "average/current/l#", "gauge", "current"],
    ["1-0:32.24.0", "average/voltage/l#", "gauge", "voltage"],

    // Capacity tariff
    ["1-0:1.4.0", "demand/consumption", "gauge", "power"],
    ["1-0:2.4.0", "demand/production", "gauge", "power"],
    ["1-0:1.6.0", "demand/consumption_peak", "gauge", "power"],
    ["1-0:2.6.0", "demand/production_peak", "gauge", "power"],
    ["0-0:98.1.0", "demand/consumption_peak_history", "list", "none"],

    // Limits and switches
    ["0-0:17.0.0", "limit/power", "gauge", "none"],
    ["1-0:31.4.0", "limit/current/l#", "gauge", "current"],
    ["1-1:31.4.0", "limit/current", "gauge", "current"],
    ["0-0:96.3.10", "equipment/breaker", "text", "none"],
    ["0-0:96.50.68", "equipment/breaker", "text", "none"],

    // Power failures
    ["0-0:96.7.21", "outages/short_power_outages", "counter", "none"],
    ["0-0:96.7.9", "outages/long_power_outages", "counter", "none"],
    ["1-0:32.32.0", "outages/voltage_sags/l#", "counter", "none"],
    ["1-0:32.36.0", "outages/voltage_swells/l#", "counter", "none"],
    ["1-0:99.97.0", "outages/power_failure_event_log", "list", "none"],

    // M-Bus devices. Their readings, 0-n:24.2.x and 24.3.0, are named by device type: see MEDIA.
    ["0-n:24.1.0", "equipment/devicetype_id_n", "text", "none"],
    ["0-n:96.1.0", "equipment/m-bus_n_id", "text", "none"],
    ["0-n:96.1.1", "equipment/m-bus_n_id", "text", "none"],
    ["0-n:96.1.2", "equipment/m-bus_n_ean", "text", "none"],
    ["0-n:24.4.0", "equipment/valve_n", "text", "none"],
    ["0-n:96.3.10", "equipment/relay_n", "text", "none"],
  ];

  const entries = new Map<number, Entry>();
  const add = (code: string, topic: string, kind: Kind, device: DeviceClass): void => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = code.split(/[-:.]/).map(Number);
    for (let phase = 0; phase < (topic.includes("#") ? 3 : 1); phase++) {
      const key = ((a << 28) | (b << 24) | ((c + 20 * phase) << 16) | (d << 8) | e) >>> 0;
      // The rows of one code come first, those with `n` behind them: 0-0:96.1.1 is the meter and no M-Bus device.
      if (!entries.has(key)) {
        entries.set(key, { code: key, topic: topic.replace("#", String(phase + 1)), kind, device });
      }
    }
  };
  for (const [code, topic, kind, device] of rows) {
    if (!code.includes("n")) {
      add(code, topic, kind, device);
      continue;
    }
    for (let digit = 0; digit <= 9; digit++) {
      add(code.replace("n", String(digit)), topic.replace(/(?<![a-z])n(?![a-z])/, String(digit)), kind, device);
    }
  }
  return [...entries.values()].sort((one, other) => one.code - other.code);
});

/** What is known about a code that stands in no table: it is published below `other`. */
export const UNKNOWN: Entry = { code: 0, topic: "other", kind: "text", device: "none" };

/** The monthly values of Hungarian meters, which stand under the code of the Belgian peaks. */
export const MONTH_END: Entry = { code: 0, topic: "total/month_end", kind: "list", device: "none" };

/** What an M-Bus device measures. */
export interface Medium {
  /** Its device type (EN 13757-3, table 6). */
  readonly type: u8;
  readonly entry: Entry;
}

/** The media of M-Bus devices; the last one stands for every other. */
export const MEDIA: readonly Medium[] = [
  { type: 3, entry: { code: 0, topic: "total/gas_meter", kind: "counter", device: "gas" } },
  { type: 7, entry: { code: 0, topic: "total/water_meter", kind: "counter", device: "water" } },
  { type: 6, entry: { code: 0, topic: "total/warm_water_meter", kind: "counter", device: "water" } },
  { type: 4, entry: { code: 0, topic: "total/heat_meter", kind: "counter", device: "energy" } },
  { type: 10, entry: { code: 0, topic: "total/cooling_meter", kind: "counter", device: "energy" } },
  { type: 12, entry: { code: 0, topic: "total/heat_cooling_meter", kind: "counter", device: "energy" } },
  { type: 2, entry: { code: 0, topic: "total/electricity_meter", kind: "counter", device: "energy" } },
  { type: 0, entry: { code: 0, topic: "total/m-bus_meter", kind: "counter", device: "none" } },
];

/** The index of a code's row in {@link CATALOGUE}, or its length where the code is not known. */
export function findEntry(code: u32): u32 {
  let from: u32 = 0;
  let to: u32 = CATALOGUE.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (middle < CATALOGUE.length && CATALOGUE[middle].code < code) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from < CATALOGUE.length && CATALOGUE[from].code === code ? from : CATALOGUE.length;
}

/** The index of a device type's row in {@link MEDIA}; that of the last row, "every other", for an unknown type. */
export function findMedium(type: u8): range<0, 7> {
  for (let i = 0; i < 7 && i < MEDIA.length; i++) {
    if (MEDIA[i].type === type) {
      return i;
    }
  }
  return 7;
}
