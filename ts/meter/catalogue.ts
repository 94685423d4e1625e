import { constant, type range, type u32, type u8 } from "ts2c";

/**
 * How a reading behaves: a counter only grows, a gauge goes up and down, a word is short (an id, a version, a position), a
 * text may be long, a time is what it says, a list is dated numbers.
 */
export type Kind = "counter" | "gauge" | "word" | "text" | "time" | "list";

/** Where Home Assistant shows a reading: among the sensors, among the diagnostics, or there and not before it is enabled. */
export type Shown = "main" | "diagnostic" | "rare";

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
  readonly shown: Shown;
}

/**
 * The one table of what is read: code, topic, kind, device class, where it is shown. `n` is any digit and goes where the topic says `n`; with
 * `#` in the topic the row stands for three, the phases L1, L2 and L3, whose third parts are 20 apart. What a row means stands
 * behind it, for `npm run docs`, which makes docs/topics.md of it; the device doesn't need to know.
 *
 * Sources: the topics of the original P1 meter; DSMR 2.2 to 5.0.2; e-MUCS P1 1.7.1 and 2.1.1 (Belgium); Luxembourg P1
 * 1.1.3; Swedish H1 2.0; E.ON Hungary's P1 port; the names of IEC 62056-61 for the rest.
 */
export const CATALOGUE: readonly Entry[] = constant(() => {
  type Row = readonly [code: string, topic: string, kind: Kind, device: DeviceClass, shown: Shown];
  const rows: readonly Row[] = [
    // Who and when
    ["1-3:0.2.8", "equipment/version", "word", "none", "diagnostic"], // version of DSMR that the meter speaks, without the dot
    ["0-0:96.1.4", "equipment/emucs_version", "word", "none", "diagnostic"], // version of the Belgian specification, e-MUCS P1
    ["0-0:1.0.0", "date_time", "time", "timestamp", "diagnostic"], // the meter's clock
    ["0-0:42.0.0", "equipment/device_name", "word", "none", "rare"], // name of the meter as a device of DLMS
    ["0-0:96.1.0", "equipment/p1_meter_id", "word", "none", "rare"], // the meter's id, in hexadecimal
    ["0-0:96.1.1", "equipment/p1_meter_id", "word", "none", "rare"], // the meter's id, in hexadecimal
    ["0-0:96.1.255", "equipment/p1_meter_id", "word", "none", "rare"], // in Germany not in hexadecimal
    ["0-0:96.1.2", "equipment/p1_meter_ean", "word", "none", "rare"], // EAN code of the connection
    ["1-0:0.0.0", "equipment/meter_number", "word", "none", "rare"], // the meter's number
    ["1-0:0.2.0", "equipment/firmware", "word", "none", "diagnostic"], // version of the meter's program
    ["1-0:96.5.5", "equipment/status", "word", "none", "rare"], // status word of the meter
    ["0-0:96.14.0", "tariff_indicator", "word", "none", "main"], // the tariff that counts now, as the meter writes it
    ["0-0:96.13.n", "message/n", "text", "none", "diagnostic"], // text from the grid operator; empty when there is none

    // Energy
    ["1-0:1.8.0", "total/consumption", "counter", "energy", "main"], // energy from the net
    ["1-0:1.8.1", "total/consumption_low_tariff", "counter", "energy", "main"], // energy from the net at the low tariff (Belgium: `1.8.2`)
    ["1-0:1.8.2", "total/consumption_high_tariff", "counter", "energy", "main"], // energy from the net at the high tariff (Belgium: `1.8.1`)
    ["1-0:1.8.3", "total/consumption_tariff_3", "counter", "energy", "main"], // energy from the net at tariff 3
    ["1-0:1.8.4", "total/consumption_tariff_4", "counter", "energy", "main"], // energy from the net at tariff 4
    ["1-0:2.8.0", "total/production", "counter", "energy", "main"], // energy into the net
    ["1-0:2.8.1", "total/production_low_tariff", "counter", "energy", "main"], // energy into the net at the low tariff (Belgium: `2.8.2`)
    ["1-0:2.8.2", "total/production_high_tariff", "counter", "energy", "main"], // energy into the net at the high tariff (Belgium: `2.8.1`)
    ["1-0:2.8.3", "total/production_tariff_3", "counter", "energy", "main"], // energy into the net at tariff 3
    ["1-0:2.8.4", "total/production_tariff_4", "counter", "energy", "main"], // energy into the net at tariff 4
    ["1-0:15.8.0", "total/combined", "counter", "energy", "rare"], // energy from the net and into it, added up
    ["1-0:21.8.0", "total/consumption/l#", "counter", "energy", "main"], // energy from the net on one phase
    ["1-0:22.8.0", "total/production/l#", "counter", "energy", "main"], // energy into the net on one phase
    ["1-0:3.8.0", "total/reactive_consumption", "counter", "reactive_energy", "main"], // reactive energy from the net
    ["1-0:3.8.1", "total/reactive_consumption_tariff_1", "counter", "reactive_energy", "rare"], // reactive energy from the net at tariff 1
    ["1-0:3.8.2", "total/reactive_consumption_tariff_2", "counter", "reactive_energy", "rare"], // reactive energy from the net at tariff 2
    ["1-0:4.8.0", "total/reactive_production", "counter", "reactive_energy", "main"], // reactive energy into the net
    ["1-0:4.8.1", "total/reactive_production_tariff_1", "counter", "reactive_energy", "rare"], // reactive energy into the net at tariff 1
    ["1-0:4.8.2", "total/reactive_production_tariff_2", "counter", "reactive_energy", "rare"], // reactive energy into the net at tariff 2
    ["1-0:5.8.0", "total/reactive_quadrant_1", "counter", "reactive_energy", "rare"], // reactive energy, quadrant 1 (inductive, from the net)
    ["1-0:6.8.0", "total/reactive_quadrant_2", "counter", "reactive_energy", "rare"], // reactive energy, quadrant 2 (capacitive, into the net)
    ["1-0:7.8.0", "total/reactive_quadrant_3", "counter", "reactive_energy", "rare"], // reactive energy, quadrant 3 (inductive, into the net)
    ["1-0:8.8.0", "total/reactive_quadrant_4", "counter", "reactive_energy", "rare"], // reactive energy, quadrant 4 (capacitive, from the net)

    // Power, voltage and current
    ["1-0:1.7.0", "instant/consumption", "gauge", "power", "main"], // power from the net
    ["1-0:2.7.0", "instant/production", "gauge", "power", "main"], // power into the net
    ["1-0:15.7.0", "instant/combined", "gauge", "power", "rare"], // power without its direction
    ["1-0:16.7.0", "instant/net", "gauge", "power", "main"], // power with its direction: negative goes into the net
    ["1-0:21.7.0", "instant/power_consumption/l#", "gauge", "power", "main"], // power from the net on one phase
    ["1-0:22.7.0", "instant/power_production/l#", "gauge", "power", "main"], // power into the net on one phase
    ["1-0:3.7.0", "instant/reactive_consumption", "gauge", "reactive_power", "main"], // reactive power from the net
    ["1-0:4.7.0", "instant/reactive_production", "gauge", "reactive_power", "main"], // reactive power into the net
    ["1-0:5.7.0", "instant/reactive_quadrant_1", "gauge", "reactive_power", "rare"], // reactive power, quadrant 1
    ["1-0:6.7.0", "instant/reactive_quadrant_2", "gauge", "reactive_power", "rare"], // reactive power, quadrant 2
    ["1-0:7.7.0", "instant/reactive_quadrant_3", "gauge", "reactive_power", "rare"], // reactive power, quadrant 3
    ["1-0:8.7.0", "instant/reactive_quadrant_4", "gauge", "reactive_power", "rare"], // reactive power, quadrant 4
    ["1-0:23.7.0", "instant/reactive_consumption/l#", "gauge", "reactive_power", "rare"], // reactive power from the net on one phase
    ["1-0:24.7.0", "instant/reactive_production/l#", "gauge", "reactive_power", "rare"], // reactive power into the net on one phase
    ["1-0:9.7.0", "instant/apparent_consumption", "gauge", "apparent_power", "rare"], // apparent power from the net
    ["1-0:10.7.0", "instant/apparent_production", "gauge", "apparent_power", "rare"], // apparent power into the net
    ["1-0:29.7.0", "instant/apparent_consumption/l#", "gauge", "apparent_power", "rare"], // apparent power from the net on one phase
    ["1-0:30.7.0", "instant/apparent_production/l#", "gauge", "apparent_power", "rare"], // apparent power into the net on one phase
    ["1-0:11.7.0", "instant/current", "gauge", "current", "main"], // current
    ["1-0:90.7.0", "instant/current_sum", "gauge", "current", "rare"], // the phases' currents added up
    ["1-0:91.7.0", "instant/current_neutral", "gauge", "current", "rare"], // current in the neutral line
    ["1-0:31.7.0", "instant/current/l#", "gauge", "current", "main"], // current of one phase; most meters send whole amperes
    ["1-0:12.7.0", "instant/voltage", "gauge", "voltage", "main"], // voltage
    ["1-0:32.7.0", "instant/voltage/l#", "gauge", "voltage", "main"], // voltage of one phase
    ["1-0:13.7.0", "instant/power_factor", "gauge", "power_factor", "main"], // power factor
    ["1-0:33.7.0", "instant/power_factor/l#", "gauge", "power_factor", "main"], // power factor of one phase
    ["1-0:14.7.0", "instant/frequency", "gauge", "frequency", "main"], // frequency of the net
    ["1-0:1.24.0", "average/consumption", "gauge", "power", "rare"], // power from the net, averaged
    ["1-0:2.24.0", "average/production", "gauge", "power", "rare"], // power into the net, averaged
    ["1-0:21.24.0", "average/power_consumption/l#", "gauge", "power", "rare"], // power from the net on one phase, averaged
    ["1-0:22.24.0", "average/power_production/l#", "gauge", "power", "rare"], // power into the net on one phase, averaged
    ["1-0:31.24.0", "average/current/l#", "gauge", "current", "rare"], // current of one phase, averaged
    ["1-0:32.24.0", "average/voltage/l#", "gauge", "voltage", "rare"], // voltage of one phase, averaged

    // Capacity tariff
    ["1-0:1.4.0", "demand/consumption", "gauge", "power", "main"], // average power from the net in the running quarter of an hour
    ["1-0:2.4.0", "demand/production", "gauge", "power", "main"], // average power into the net in the running quarter of an hour
    ["1-0:1.6.0", "demand/consumption_peak", "gauge", "power", "main"], // highest quarter of an hour of this month, with its time
    ["1-0:2.6.0", "demand/production_peak", "gauge", "power", "main"], // highest quarter of an hour of this month into the net, with its time
    ["0-0:98.1.0", "demand/consumption_peak_history", "list", "none", "main"], // highest quarters of an hour of the last months

    // Limits and switches
    ["0-0:17.0.0", "limit/power", "gauge", "power", "diagnostic"], // power above which the meter switches off; 999.9 for none
    ["1-0:31.4.0", "limit/current/l#", "gauge", "current", "diagnostic"], // current above which the meter switches off (`l1` stands for all phases); 999 for none
    ["1-1:31.4.0", "limit/current", "gauge", "current", "diagnostic"], // current above which the meter switches off
    ["0-0:96.3.10", "equipment/breaker", "word", "none", "diagnostic"], // position of the breaker: 0 off, 1 on, 2 ready to be switched on
    ["0-0:96.50.68", "equipment/breaker", "word", "none", "diagnostic"], // in Hungary ON or OFF

    // Power failures
    ["0-0:96.7.21", "outages/short_power_outages", "counter", "none", "diagnostic"], // power failures
    ["0-0:96.7.9", "outages/long_power_outages", "counter", "none", "diagnostic"], // long power failures
    ["1-0:32.32.0", "outages/voltage_sags/l#", "counter", "none", "diagnostic"], // times that the voltage of one phase was too low
    ["1-0:32.36.0", "outages/voltage_swells/l#", "counter", "none", "diagnostic"], // times that the voltage of one phase was too high
    ["1-0:99.97.0", "outages/power_failure_event_log", "list", "none", "diagnostic"], // the last long power failures: when each ended and how long it was

    // M-Bus devices. Their readings, 0-n:24.2.x and 24.3.0, are named by device type: see MEDIA.
    ["0-n:24.1.0", "equipment/devicetype_id_n", "word", "none", "rare"], // device type on M-Bus channel n (see below)
    ["0-n:96.1.0", "equipment/m-bus_n_id", "word", "none", "rare"], // id of the device on channel n, in hexadecimal
    ["0-n:96.1.1", "equipment/m-bus_n_id", "word", "none", "rare"], // id of the device on channel n, in hexadecimal
    ["0-n:96.1.2", "equipment/m-bus_n_ean", "word", "none", "rare"], // EAN code of the device on channel n
    ["0-n:24.4.0", "equipment/valve_n", "word", "none", "diagnostic"], // position of the valve on channel n
    ["0-n:96.3.10", "equipment/relay_n", "word", "none", "diagnostic"], // position of the relay on channel n
  ];

  const entries = new Map<number, Entry>();
  const add = ([code, topic, ...what]: Row): void => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = code.split(/[-:.]/).map(Number);
    for (let phase = 0; phase < (topic.includes("#") ? 3 : 1); phase++) {
      const key = ((a << 28) | (b << 24) | ((c + 20 * phase) << 16) | (d << 8) | e) >>> 0;
      // The rows of one code come first, those with `n` behind them: 0-0:96.1.1 is the meter and no M-Bus device.
      if (!entries.has(key)) {
        const [kind, device, shown] = what;
        entries.set(key, { code: key, topic: topic.replace("#", String(phase + 1)), kind, device, shown });
      }
    }
  };
  for (const row of rows) {
    const [code, topic, ...what] = row;
    if (!code.includes("n")) {
      add(row);
      continue;
    }
    for (let digit = 0; digit <= 9; digit++) {
      add([code.replace("n", String(digit)), topic.replace(/(?<![a-z])n(?![a-z])/, String(digit)), ...what]);
    }
  }
  return [...entries.values()].sort((one, other) => one.code - other.code);
});

/** What is known about a code that stands in no table: it is published below `other`. */
export const UNKNOWN: Entry = { code: 0, topic: "other", kind: "word", device: "none", shown: "rare" };

/** The monthly values of Hungarian meters, which stand under the code of the Belgian peaks. */
export const MONTH_END: Entry = {
  code: 0,
  topic: "total/month_end",
  kind: "list",
  device: "none",
  shown: "diagnostic",
};

/** What an M-Bus device measures. */
export interface Medium {
  /** Its device type (EN 13757-3, table 6). */
  readonly type: u8;
  readonly entry: Entry;
}

/** The media of M-Bus devices; the last one stands for every other. */
export const MEDIA: readonly Medium[] = [
  { type: 3, entry: { code: 0, topic: "total/gas_meter", kind: "counter", device: "gas", shown: "main" } },
  { type: 7, entry: { code: 0, topic: "total/water_meter", kind: "counter", device: "water", shown: "main" } },
  { type: 6, entry: { code: 0, topic: "total/warm_water_meter", kind: "counter", device: "water", shown: "main" } },
  { type: 4, entry: { code: 0, topic: "total/heat_meter", kind: "counter", device: "energy", shown: "main" } },
  { type: 10, entry: { code: 0, topic: "total/cooling_meter", kind: "counter", device: "energy", shown: "main" } },
  { type: 12, entry: { code: 0, topic: "total/heat_cooling_meter", kind: "counter", device: "energy", shown: "main" } },
  { type: 2, entry: { code: 0, topic: "total/electricity_meter", kind: "counter", device: "energy", shown: "main" } },
  { type: 0, entry: { code: 0, topic: "total/m-bus_meter", kind: "counter", device: "none", shown: "main" } },
];

/** How many places the table of places has: a power of 2. */
const PLACES = 512;
const NOBODY = 255;

/** Where the search for a code begins in {@link ROWS}. By this factor, it ends there or at the next place. */
function placeOf(code: u32): range<0, 511> {
  return Math.imul(code, 0x4351e167) >>> 23;
}

/** Of each place the index of the row that lies there. A row whose place is taken lies at the next free one. */
const ROWS: readonly u8[] = constant(() => {
  const rows = Array.from({ length: PLACES }, () => NOBODY);
  for (const [index, { code }] of CATALOGUE.entries()) {
    let place = placeOf(code);
    while (rows[place] !== NOBODY) {
      place = (place + 1) % PLACES;
    }
    rows[place] = index;
  }
  return rows;
});

/** The index of a code's row in {@link CATALOGUE}, or its length where the code is not known. */
export function findEntry(code: u32): u32 {
  let place = placeOf(code);
  for (let looked = 0; looked < PLACES; looked++) {
    const row = ROWS[place];
    if (row >= CATALOGUE.length) {
      break;
    }
    if (CATALOGUE[row].code === code) {
      return row;
    }
    place = (place + 1) % PLACES;
  }
  return CATALOGUE.length;
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
