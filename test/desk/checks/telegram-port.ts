/** The telegram port: what other programs read from it, and how many of them may. */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Check, Device } from "./device.ts";

/** The Python that has dsmr-parser, which Home Assistant's integration `dsmr` reads meters with. */
const PYTHON = process.env.P1_PYTHON ?? "python3";
const noParser =
  spawnSync(PYTHON, ["-c", "import dsmr_parser"]).status === 0
    ? false
    : "Python has no dsmr_parser (pip install dsmr-parser==1.11.2; P1_PYTHON names a Python that has it)";

/** Reads two telegrams from the port with the protocol that Home Assistant reads with, and prints a value of each. */
const READER = `
import asyncio, sys
from dsmr_parser import obis_references as obis
from dsmr_parser.clients.protocol import create_dsmr_protocol
async def main():
    telegrams, loop = asyncio.Queue(), asyncio.get_running_loop()
    protocol, _ = create_dsmr_protocol("5", telegrams.put_nowait, loop=loop)
    transport, _ = await loop.create_connection(protocol, "127.0.0.1", int(sys.argv[1]))
    for _ in range(2):
        telegram = await telegrams.get()
        value = telegram.ELECTRICITY_USED_TARIFF_1 if hasattr(telegram, "ELECTRICITY_USED_TARIFF_1") else telegram[obis.ELECTRICITY_USED_TARIFF_1]
        print(value.value, value.unit, flush=True)
    transport.close()
asyncio.run(main())
`;

/** Where the port says nothing or closes, the reader waits for ever. */
const LIMIT_MILLISECONDS = 60_000;

/** What the reader printed, on both its outputs. */
async function readBy(python: string, port: number): Promise<string> {
  const reader = spawn(python, ["-c", READER, String(port)], {
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LIMIT_MILLISECONDS,
    killSignal: "SIGKILL",
  });
  let output = "";
  for (const stream of [reader.stdout, reader.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  await once(reader, "close");
  return output;
}

/** No wait for a client is longer. */
const within = (): { readonly signal: AbortSignal } => ({ signal: AbortSignal.timeout(LIMIT_MILLISECONDS) });

/** A client, and what it has read. */
async function client(port: number): Promise<{ readonly socket: Socket; readonly read: () => string }> {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("error", () => undefined);
  socket.setEncoding("latin1").on("data", (part: string) => (text += part));
  await once(socket, "connect");
  return { socket, read: () => text };
}

async function parsed({ telegramPort }: Device): Promise<void> {
  const output = await readBy(PYTHON, telegramPort);
  assert.match(output, /^(\d+\.\d{3} kWh\n){2}$/, `it printed:\n${output}`);
}

async function crowded(device: Device): Promise<void> {
  const clients = [];
  for (let i = 0; i < 10; i++) {
    clients.push(await client(device.telegramPort));
  }
  await device.wrote(/a client was refused/, 6);
  await device.wrote(/a client came/, 4);
  const served = clients.slice(0, 4);
  while (!served.every(({ read }) => /^\/ISK5[^!]*![0-9A-F]{4}\r\n/.test(read()))) {
    await once(served[3]?.socket ?? process, "data", within());
  }
  assert.ok(clients.slice(4).every(({ read }) => read() === ""));
  served[0]?.socket.destroy();
  await device.wrote(/a client left/);
  const late = await client(device.telegramPort);
  await once(late.socket, "data", within());
  [...clients, late].forEach(({ socket }) => socket.destroy());
}

export const TELEGRAM_PORT_CHECKS: readonly (Check & { readonly skip: string | false })[] = [
  { name: "dsmr-parser reads the telegrams at the port", hasTelegramPort: true, skip: noParser, run: parsed },
  {
    name: "of ten clients four are served, the rest refused; one that leaves makes room",
    hasTelegramPort: true,
    skip: false,
    run: crowded,
  },
];
