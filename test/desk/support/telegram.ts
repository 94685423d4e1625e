import { telegram } from "../../app/support/telegrams.ts";

/** What a Dutch meter sends, with this many watts drawn. */
export function dutchTelegram(watts: number): Buffer {
  const lines = [
    "1-3:0.2.8(50)",
    "0-0:1.0.0(260122141618W)",
    "0-0:96.1.1(4530303632303030303132333435363738)",
    "1-0:1.8.1(000306.946*kWh)",
    "1-0:1.8.2(000210.088*kWh)",
    "0-0:96.14.0(0002)",
    `1-0:1.7.0(${(watts / 1000).toFixed(3).padStart(6, "0")}*kW)`,
    "1-0:32.7.0(231.2*V)",
  ];
  return Buffer.from(telegram(lines, "ISK5\\2M550T-1012"), "latin1");
}
