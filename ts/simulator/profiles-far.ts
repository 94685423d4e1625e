/** What the meters of Sweden and Hungary send. */

import { type Row } from "./row.ts";

/**
 * Sweden: nothing that tells whose meter it is. Source: Energiföretagen H1 v2.0 (SWEMP1).
 */
export const SWEDEN: readonly Row[] = [
  { code: "0-0:1.0.0", what: "time", phase: 0, digits: 0, decimals: 0, tail: "" },
  { code: "1-0:1.8.0", what: "import", phase: 0, digits: 11, decimals: 3, tail: "kWh" },
  { code: "1-0:2.8.0", what: "export", phase: 0, digits: 11, decimals: 3, tail: "kWh" },
  { code: "1-0:3.8.0", what: "reactive-import-total", phase: 0, digits: 11, decimals: 3, tail: "kVArh" },
  { code: "1-0:4.8.0", what: "reactive-export-total", phase: 0, digits: 11, decimals: 3, tail: "kVArh" },
  { code: "1-0:1.7.0", what: "power-import", phase: 0, digits: 7, decimals: 3, tail: "kW" },
  { code: "1-0:2.7.0", what: "power-export", phase: 0, digits: 7, decimals: 3, tail: "kW" },
  { code: "1-0:3.7.0", what: "reactive-import", phase: 0, digits: 7, decimals: 3, tail: "kVAr" },
  { code: "1-0:4.7.0", what: "reactive-export", phase: 0, digits: 7, decimals: 3, tail: "kVAr" },
  { code: "1-0:21.7.0", what: "power-import", phase: 1, digits: 7, decimals: 3, tail: "kW" },
  { code: "1-0:41.7.0", what: "power-import", phase: 2, digits: 7, decimals: 3, tail: "kW" },
  { code: "1-0:61.7.0", what: "power-import", phase: 3, digits: 7, decimals: 3, tail: "kW" },
  { code: "1-0:22.7.0", what: "power-export", phase: 1, digits: 7, decimals: 3, tail: "kW" },
  { code: "1-0:42.7.0", what: "power-export", phase: 2, digits: 7, decimals: 3, tail: "kW" },
  { code: "1-0:62.7.0", what: "power-export", phase: 3, digits: 7, decimals: 3, tail: "kW" },
  { code: "1-0:23.7.0", what: "reactive-import", phase: 1, digits: 7, decimals: 3, tail: "kVAr" },
  { code: "1-0:43.7.0", what: "reactive-import", phase: 2, digits: 7, decimals: 3, tail: "kVAr" },
  { code: "1-0:63.7.0", what: "reactive-import", phase: 3, digits: 7, decimals: 3, tail: "kVAr" },
  { code: "1-0:24.7.0", what: "reactive-export", phase: 1, digits: 7, decimals: 3, tail: "kVAr" },
  { code: "1-0:44.7.0", what: "reactive-export", phase: 2, digits: 7, decimals: 3, tail: "kVAr" },
  { code: "1-0:64.7.0", what: "reactive-export", phase: 3, digits: 7, decimals: 3, tail: "kVAr" },
  { code: "1-0:32.7.0", what: "voltage", phase: 1, digits: 4, decimals: 1, tail: "V" },
  { code: "1-0:52.7.0", what: "voltage", phase: 2, digits: 4, decimals: 1, tail: "V" },
  { code: "1-0:72.7.0", what: "voltage", phase: 3, digits: 4, decimals: 1, tail: "V" },
  { code: "1-0:31.7.0", what: "current", phase: 1, digits: 4, decimals: 1, tail: "A" },
  { code: "1-0:51.7.0", what: "current", phase: 2, digits: 4, decimals: 1, tail: "A" },
  { code: "1-0:71.7.0", what: "current", phase: 3, digits: 4, decimals: 1, tail: "A" },
];

/**
 * Hungary (E.ON): numbers for texts, power factors, frequency.
 */
export const HUNGARY: readonly Row[] = [
  { code: "0-0:1.0.0", what: "time", phase: 0, digits: 0, decimals: 0, tail: "" },
  { code: "0-0:42.0.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(AUX1030300000000)" },
  { code: "0-0:96.1.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(9900000000)" },
  { code: "0-0:96.14.0", what: "tariff-belgian", phase: 0, digits: 4, decimals: 0, tail: "" },
  { code: "0-0:96.50.68", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(ON)" },
  { code: "0-0:17.0.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(90.000*kW)" },
  { code: "1-0:1.8.0", what: "import", phase: 0, digits: 9, decimals: 3, tail: "kWh" },
  { code: "1-0:1.8.1", what: "import-high", phase: 0, digits: 9, decimals: 3, tail: "kWh" },
  { code: "1-0:1.8.2", what: "import-low", phase: 0, digits: 9, decimals: 3, tail: "kWh" },
  { code: "1-0:2.8.0", what: "export", phase: 0, digits: 9, decimals: 3, tail: "kWh" },
  { code: "1-0:2.8.1", what: "export-high", phase: 0, digits: 9, decimals: 3, tail: "kWh" },
  { code: "1-0:2.8.2", what: "export-low", phase: 0, digits: 9, decimals: 3, tail: "kWh" },
  { code: "1-0:3.8.0", what: "reactive-import-total", phase: 0, digits: 9, decimals: 3, tail: "kvarh" },
  { code: "1-0:4.8.0", what: "reactive-export-total", phase: 0, digits: 9, decimals: 3, tail: "kvarh" },
  { code: "1-0:32.7.0", what: "voltage", phase: 1, digits: 4, decimals: 1, tail: "V" },
  { code: "1-0:52.7.0", what: "voltage", phase: 2, digits: 4, decimals: 1, tail: "V" },
  { code: "1-0:72.7.0", what: "voltage", phase: 3, digits: 4, decimals: 1, tail: "V" },
  { code: "1-0:31.7.0", what: "current", phase: 1, digits: 3, decimals: 0, tail: "A" },
  { code: "1-0:51.7.0", what: "current", phase: 2, digits: 3, decimals: 0, tail: "A" },
  { code: "1-0:71.7.0", what: "current", phase: 3, digits: 3, decimals: 0, tail: "A" },
  { code: "1-0:13.7.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(0.995)" },
  { code: "1-0:33.7.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(0.995)" },
  { code: "1-0:53.7.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(0.995)" },
  { code: "1-0:73.7.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(0.995)" },
  { code: "1-0:14.7.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(49.99*Hz)" },
  { code: "1-0:1.7.0", what: "power-import", phase: 0, digits: 5, decimals: 3, tail: "kW" },
  { code: "1-0:2.7.0", what: "power-export", phase: 0, digits: 5, decimals: 3, tail: "kW" },
  { code: "1-0:31.4.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(200*A)" },
  { code: "1-0:51.4.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(200*A)" },
  { code: "1-0:71.4.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "(200*A)" },
  { code: "0-0:96.13.0", what: "fixed", phase: 0, digits: 0, decimals: 0, tail: "()" },
];
