/** What programs at the telegram port cost, in words. */

import type { ClientsFigure, GrowthFigures } from "./figures.ts";
import type { Section } from "./report.ts";

const milliseconds = (value: number | undefined): string => (value === undefined ? "" : value.toFixed(2));

export function clientsSection({ clients }: GrowthFigures): Section {
  const reading = clients.filter(({ idle }) => idle === 0);
  const line = (name: string, of: readonly ClientsFigure[], value: (figure: ClientsFigure) => number) => ({
    name,
    points: of.map((one) => [one.served, value(one)] as const).sort(([one], [other]) => one - other),
  });
  const served = reading.filter(({ refused }) => refused === 0);
  const x = { name: "clients that are served" };
  const unread = clients.find(({ idle }) => idle > 0);
  const [none, first, most] = [served[0], served[1], served.at(-1)];
  const microseconds = (value: number): string => (1000 * value).toFixed(0);
  const one = none === undefined || first === undefined ? 0 : first.processor - none.processor;
  const more =
    first === undefined || most === undefined ? 0 : (most.processor - first.processor) / (most.served - first.served);
  return {
    heading: "Programs at the telegram port",
    what: `The desk with the C, without a broker; a telegram of 913 bytes every 10 ms, so that what a telegram costs stands out. The device serves four clients
([ts/sockets.ts](../ts/sockets.ts)): of six, two were refused. More were served by a copy of the desk whose limit was raised for this. The
delay is from the last byte on the wire to the last byte at the last client. Processor time is what the kernel counts for the process;
delays are of a computer that does other work meanwhile, which shows where the slowest hundredth is.`,
    plots: [
      {
        file: "clients",
        plot: {
          title: "Processor time and delay of a telegram over the clients that are served",
          x,
          y: { name: "ms for a telegram" },
          lines: [
            line("processor", served, ({ processor }) => processor),
            line(
              "delay, median",
              served.filter(({ median }) => median !== undefined),
              ({ median }) => median ?? 0,
            ),
          ],
        },
        reason: `Reading a telegram and the device's ten looks a second are the base; the first client adds ${microseconds(one)} µs, for the copy
that is sent and for a loop that is woken once more, each other one ${microseconds(more)} µs, one \`write\` of the kernel. The delay has a base too (a
message between two processes and two loops of events), and grows when one loop reads for many clients: here one process was all of the clients.${
          unread === undefined
            ? ""
            : `
**A client that never reads** slows nobody: of ${unread.clients} clients it was dropped when the kernel's buffers were full, and the others had each of ${unread.telegrams} telegrams with a
median delay of ${milliseconds(unread.median)} ms.`
        }`,
      },
    ],
    head: [
      "clients",
      "never read",
      "limit",
      "refused",
      "dropped",
      "telegrams",
      "bytes out",
      "processor, ms",
      "delay, ms: median",
      "99 %",
    ],
    rows: clients.map((one) => [
      ...[one.clients, one.idle, one.allowed ?? 4, one.refused, one.dropped, one.telegrams, one.bytesOut].map(String),
      ...[one.processor, one.median, one.late].map(milliseconds),
    ]),
  };
}
