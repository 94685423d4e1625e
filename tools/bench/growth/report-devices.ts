/** What devices cost their broker, in words. */

import type { DevicesFigure, GrowthFigures } from "./figures.ts";
import type { Section } from "./report.ts";

/** What was measured before pauses differed from device to device: the most of them within 100 ms. */
const BEFORE = { devices: 50, peak: 33 };

export function devicesSection({ devices }: GrowthFigures): Section {
  const x = { name: "devices" };
  const line = (name: string, value: (figure: DevicesFigure) => number) => ({
    name,
    points: devices.map((one) => [one.devices, value(one)] as const),
  });
  const last = devices.at(-1);
  const of = (value: (figure: DevicesFigure) => number, digits: number): string =>
    last === undefined ? "" : value(last).toFixed(digits);
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
  const fifty = devices.find((one) => one.devices === BEFORE.devices);
  return {
    heading: "Devices at one broker",
    what: `Each device is a process of its own: the desk as \`npm pack\` bundles it, the C, the simulator, a telegram each second, all changes published at once
(\`interval_min=0\`, \`interval_power=0\`), a state, a number and a root topic of its own. They are at one mosquitto with one subscriber to everything.
The computer has two processors and does other work: what the kernel counts for a process is told, and not how long something took, except for the
delays. Every message that the devices said they sent had arrived when they were silent again.`,
    plots: [
      {
        file: "devices-broker",
        plot: {
          title: "Processor time of mosquitto over devices",
          x,
          y: { name: "mosquitto, ms of a processor for a second" },
          lines: [line("processor", ({ brokerProcessor }) => brokerProcessor)],
        },
        reason: `It follows the messages: ${of(({ messages }) => messages, 0)} a second from ${of((one) => one.devices, 0)} devices take ${of(({ brokerProcessor }) => brokerProcessor / 10, 1)} % of a processor. What is not straight is the kernel's clock, which counts in steps of
10 ms: half a millisecond a second here. Its memory grows from ${devices[0]?.brokerMemory.toFixed(1) ?? ""} to ${of(({ brokerMemory }) => brokerMemory, 1)} MiB, with the connections and with what it keeps for each device. A device needs as much alone as among others.`,
      },
      {
        file: "devices-delay",
        plot: {
          title: "Delay from the end of a telegram to the subscriber over devices",
          x,
          y: { name: "ms from the end of a telegram to the subscriber" },
          lines: [line("median", ({ median }) => median), line("99 %", ({ late }) => late)],
        },
        reason: `Nothing queues in the device or in mosquitto: the median stays at some milliseconds. The slowest hundredth waits for a processor: it follows how many processes want one of the
two at the same moment, the other work of this computer included, and says nothing about a broker.`,
      },
      {
        file: "devices-storm",
        plot: {
          title: "Time until the devices are back after the broker was away for 20 seconds, over devices",
          x,
          y: { name: "s from the broker's start" },
          lines: [
            line("half of them are back", ({ backHalf }) => backHalf / 1000),
            line("all are back", ({ backAll }) => backAll / 1000),
          ],
        },
        reason: `mosquitto was killed, and started again after 20 seconds. By then every device waits up to ten seconds between two attempts, each by chance at least half of that, so all are back
within ten seconds whatever their number, and never many at once: the most within 100 ms were ${of(({ peak }) => peak, 0)} of ${of((one) => one.devices, 0)}. The first points are chance.${
          fifty === undefined
            ? ""
            : ` Before pauses
were drawn by chance, ${BEFORE.peak} of ${BEFORE.devices} came within 100 ms, as all of them lost the broker in the same moment; now ${fifty.peak} of ${BEFORE.devices} do.`
        }`,
      },
    ],
    head: [
      "devices",
      "sent",
      "received",
      "messages/s",
      "bytes/s",
      "mosquitto, ms/s",
      "MiB",
      "device, ms/s",
      "MiB",
      "delay, ms: median",
      "99 %",
      "back, s: half",
      "all",
      "most in 100 ms",
    ],
    rows: devices.map((one) => [
      ...[one.devices, one.sent, one.received].map(String),
      ...[one.messages, one.bytes].map((value) => value.toFixed(0)),
      ...[one.brokerProcessor, one.brokerMemory, one.deviceProcessor, one.deviceMemory].map((value) =>
        value.toFixed(1),
      ),
      ...[one.median, one.late].map((value) => value.toFixed(1)),
      seconds(one.backHalf),
      seconds(one.backAll),
      String(one.peak),
    ]),
  };
}
