/** Scripts of meters that say odd things, and of what the simulator does wrong on purpose. */

import type { Interface } from "../../tools/desk/engine/interface.ts";
import { PROFILES, simulatedTelegram } from "../../tools/docs/simulated.ts";
import { SETTINGS } from "../../ts/settings/list.ts";
import { HOST, PLAIN, WIRED, Writer } from "./writer.ts";

/** What the simulator can do wrong. */
const FAULTS = (SETTINGS.find(({ name }) => name === "simulator_fault")?.choices ?? "").split("|");

/** A good telegram's lines, and meters that say odd things. */
export function meters(made: Interface): Uint8Array[] {
  const many = (line: (index: number) => string, count: number): string =>
    Array.from({ length: count }, (_, index) => line(index)).join("");
  const lines = [
    many((index) => `1-0:${index}.7.0(000.1*V)\r\n`, 120),
    many((index) => `0-0:96.1.${index}(${"41".repeat(100)})\r\n`, 60),
    many((index) => `0-0:96.50.${index}(x)(y)(z)\r\n`, 110),
    many((index) => `1-0:${index}.8.0(0000000${index % 10}.000*parsec)\r\n`, 110),
    many(
      (index) =>
        `0-${index % 5}:24.1.0(003)\r\n0-${index % 5}:24.2.1(26010513000${index % 5}W)(0000${index}.100*m3)\r\n`,
      9,
    ),
    "0-1:24.1.0(012)\r\n0-1:24.2.1(260105130000W)(00012.100*GJ)\r\n0-2:24.1.0(007)\r\n0-2:24.2.1(260105130000W)(00012.100*m3)\r\n",
    "1-0:1.8.0*255(000123.456*kWh)\r\n1-0:1.8.0*1x(1)\r\n1-0:16.7.0(000.1*kW)\r\n1-0:1.7.0(1081.300*kW)\r\n",
    "1-0:1.8.0(000123456*Wh)\r\n1-0:3.8.0(000123456*varh)\r\n1-0:1.7.0(000123*W)\r\n0-0:96.1.0(1*bar)\r\n1-0:9.8.0(1*VAh)\r\n",
    "1-0:1.8.0()\r\n0-0:1.0.0(991399000000X)\r\n1-0:1.7.0(1e5*kW)\r\n1-0:1.7.0(4294967296*kW)\r\n(1)\r\n",
    "1-0:99.97.0(2)(0-0:96.7.19)(260105130000W)(0000000240*s)(260105140000W)(0000000241*s)\r\n",
    `0-0:98.1.0(13)(1-0:1.6.0)(1-0:1.6.0)${many((index) => `(26${String((index % 12) + 1).padStart(2, "0")}01000000W)(260105130000W)(04.${100 + index}*kW)`, 13)}\r\n`,
    "0-0:98.1.0(260101000000W)(000123.456*kWh)(000123.456*kWh)\r\n1-0:1.7.0(00.100*kW)\r\n",
    "1-0:3.7.0(000123*var)\r\n1-0:9.7.0(000123*VA)\r\n0-0:96.7.1(00012*s)\r\n0-0:96.8.1(00012*h)\r\n0-1:24.2.5(1.2*bar)\r\n",
    `0-0:96.13.0(${"4D".repeat(1000)})\r\n0-0:96.13.1(${"x".repeat(1015)})\r\n`,
    "0-0:96.13.0(C3A9E282ACF09F9880C3E282F09F98FF41)\r\n0-0:96.13.1(\u00e9\u00ff\u00e2\u0082\u00ac\u00f0\u009f\u0098\u0080 )\r\n",
    "0-0:96.1.255*255(1EMH0012345678)\r\n1-0:1.8.0*255(000123.456*kWh)\r\n",
    "0-0:1.0.0(260105130000W)\r\n1-0:1.4.0(02.351*kW)\r\n1-0:1.6.0(260105130000W)(02.589*kW)\r\n0-0:96.1.4(50217)\r\n",
  ];
  const settings = [
    ["publish_as_json", "on"],
    ["discovery", "on"],
    ["changed_only", "on"],
  ] as const;
  const odd = lines.flatMap((text, index) => {
    const script = new Writer(made, WIRED | PLAIN).connect(["interval_min", "0"], settings[index % 3] ?? settings[0]);
    script.lines(text).pass(60).lines(text).pass(10).request("get", "/api/readings", HOST).room(9);
    return [script.request("get", "/api/events", HOST).lines(text).room(9).done()];
  });
  const endings = PROFILES.flatMap((profile) => {
    const text = Buffer.from(simulatedTelegram(profile)).toString("latin1");
    const body = `/HLY5\\HOLLEY${text.slice(text.indexOf("\r\n"), text.lastIndexOf("!") + 1)}`;
    const x25 = checkX25(Buffer.from(body, "latin1"));
    return [`${body}${x25}\r\n`, `${body}0000\r\n`, `${body}\r\n`, `${body}12345678901234567890`, `${body}AB\r\n`].map(
      (one) =>
        new Writer(made, WIRED | PLAIN)
          .connect(["splitter", "arriving"])
          .serial(Buffer.from(one, "latin1"))
          .wait(3000)
          .pass(2)
          .serial(Buffer.from(one, "latin1"))
          .pass(2)
          .done(),
    );
  });
  const cut = [
    `/ABC5\\x\r\n\r\n1-0:1.8.0(${"1".repeat(3000)})\r\n`,
    `/ABC5\\${"x".repeat(300)}\r\n\r\n`,
    "/ABC5\\x\r\n\r\n1-0:1.7.0(1*kW)\r\n/ABC5\\y\r\n\r\n1-0:1.7.0(1*kW)\r\n!\r\n",
    `/ABC5\\x\r\n\r\n${"1-0:1.7.0(".repeat(200)}/ABC5\\y\r\n`,
  ].map((text) =>
    new Writer(made, WIRED | PLAIN)
      .connect(["serial_search", "on"], ["serial_cable", "both"])
      .serial(Buffer.from(text, "latin1"))
      .wait(3000)
      .pass(2)
      .done(),
  );
  const searched = new Writer(made, WIRED | PLAIN).connect(["serial_search", "on"], ["serial_cable", "both"]);
  for (let i = 0; i < 9; i++) {
    searched.wait(60_000).pass(2);
  }
  searched.serial(simulatedTelegram("nl5")).pass(4);
  const faults = FAULTS.map((fault) =>
    new Writer(made, WIRED | PLAIN).connect(["simulator", "on"], ["simulator_fault", fault]).pass(250).done(),
  );
  const power = new Writer(made, WIRED | PLAIN).connect(["interval_min", "0"]);
  for (let i = 0; i < 40; i++) {
    power
      .lines(`1-0:1.7.0(${i % 2 === 0 ? "900.000" : "000.100"}*kW)\r\n`)
      .wait(10_000)
      .pass(2);
  }
  power.request("get", "/api/history?span=hour", HOST).room(20).request("get", "/api/history?span=day", HOST).room(20);
  return [...odd, ...endings, ...cut, searched.done(), ...faults, power.done()];
}

/** CRC-16/X-25 as some Luxembourgish and Swiss meters send it. */
function checkX25(bytes: Uint8Array): string {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 1) === 1 ? (crc >> 1) ^ 0x8408 : crc >> 1;
    }
  }
  return (crc ^ 0xffff).toString(16).toUpperCase().padStart(4, "0");
}
