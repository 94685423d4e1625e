/**
 * Makes the pictures in `docs/`: what the terminal shows some time after `npm start`, and what a browser shows then. The
 * run is a real one, of the same engine, drivers and broker; only the clock is driven, so that it does not take that time.
 */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readOptions } from "../desk/options.ts";
import { host as clock } from "../desk/platform/clock.ts";
import { host as system } from "../desk/platform/system.ts";
import { Session } from "../desk/session.ts";
import { renderTable } from "../desk/terminal/table.ts";
import { photographPage } from "./page.ts";
import { terminalSvg } from "./svg.ts";

const FOLDER = fileURLToPath(new URL("../../docs", import.meta.url));
const COLUMNS = 92;
const ROWS = 30;
const START = Date.parse("2026-01-22T13:16:18Z");
/** Just after the second publication: what has changed stands out, and the meter's light is on. */
const SHOWN_AFTER_MILLISECONDS = 60_900;

const options = readOptions(process.argv.slice(2));
if (options === null) {
  throw new Error("npm run picture takes the options of npm start that choose the meter and the engine.");
}
clock.drive(START);
system.setRandom(1);
system.setChipId(0x5a17c3);
// The TypeScript must not step in where there is no compiler: the picture is of the C.
const session = await Session.start(
  { ...options, engine: options.engine ?? "c" },
  {
    outlet: { published: () => undefined, logged: () => undefined },
    say: (line) => console.log(line),
    failed: (failure) => {
      throw failure;
    },
  },
);
await session.desk.advance(SHOWN_AFTER_MILLISECONDS);
writeFileSync(`${FOLDER}/terminal.svg`, terminalSvg(renderTable(session.status(), COLUMNS, ROWS), COLUMNS));
console.log(`docs/terminal.svg shows ${session.journal.values.size} topics.`);
console.log(`docs/ has ${(await photographPage(session.status().page, FOLDER)).join(" and ")}.`);
await session.stop();
process.exit(0);
