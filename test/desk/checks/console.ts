/** The serial console: what somebody types at it. */

import type { Check, Device } from "./device.ts";

async function typed(device: Device): Promise<void> {
  device.type("status\r\n");
  await device.wrote(/^MQTT broker \S+ is connected\.$[^]*^The page has no password/m);
  device.type('password "correct horse"\r\n');
  await device.wrote(/The page's password was set\./);
  device.type("status\n");
  await device.wrote(/^The page has a password\.$/m);
  device.type("password another1\n");
  await device.wrote(/^The page has a password, which is changed there\./m);
  device.type("wifi home secret99\n");
  await device.wrote(/^This device has no Wi-Fi: plug the cable in\.$/m);
  device.type(`broker "${"ä".repeat(200)}"\nno-such-thing\n`);
  await device.wrote(/^A line has at most 320 bytes\./m);
  await device.wrote(/^There is no such command/m);
  device.type("broker 127.0.0.1:0\nhelp\n");
  await device.wrote(/^The broker is HOST or HOST:PORT/m);
  await device.wrote(/^factory-reset +forgets everything$/m);
  device.type("factory-reset\n");
  await device.wrote(/If it is meant: factory-reset yes$/m);
  device.type("factory-reset yes\n");
  await device.wrote(/is up|The network is up/, 2);
  device.type("status\n");
  await device.wrote(/^The page has no password/m, 2);
}

/** Improv's packet that asks for the state, with its sum and the line feed that a browser sends behind it. */
const GET_STATE = Uint8Array.from([...Buffer.from("IMPROV"), 1, 3, 2, 2, 0, 0xe5, 10]);

async function asked(device: Device): Promise<void> {
  await device.wrote(/is up|The network is up/);
  device.type(GET_STATE);
  await device.wrote(/\nIMPROV\x01\x01\x01\x04/);
  await device.wrote(/\nIMPROV\x01\x04.{4}http:\/\/\d+\.\d+\.\d+\.\d+\//s);
  device.type("help\n");
  await device.wrote(/^factory-reset +forgets everything$/m);
}

export const CONSOLE_CHECKS: readonly Check[] = [
  {
    name: "status, password, broker and a reset by the console, and a sentence for what is wrong",
    hasConsole: true,
    run: typed,
  },
  {
    name: "a program at the console learns by Improv where the page is, and lines can be typed after it",
    hasConsole: true,
    run: asked,
  },
];
