import { writeSync } from "node:fs";
import type { Status } from "../status.ts";
import { renderTable, type Line, type Span } from "./table.ts";

const REFRESH_MILLISECONDS = 250;
const ESCAPE = "\x1b[";
/** The other screen, without cursor and without wrapping; and everything back as it was. */
const ENTER = `${ESCAPE}?1049h${ESCAPE}?25l${ESCAPE}?7l${ESCAPE}2J`;
const LEAVE = `${ESCAPE}?7h${ESCAPE}?25h${ESCAPE}?1049l`;

/** The live table on a terminal. */
export class Screen {
  private readonly status: () => Status;
  private readonly timer: NodeJS.Timeout;
  private readonly paint = (): void => {
    const { columns, rows } = process.stdout; // Both are 0 where the terminal doesn't know its size.
    process.stdout.write(paintLines(renderTable(this.status(), columns || 80, rows || 24)));
  };
  private readonly leave = (): void => {
    writeSync(1, LEAVE);
  };

  constructor(status: () => Status) {
    this.status = status;
    process.stdout.write(ENTER);
    process.once("exit", this.leave);
    process.stdout.on("resize", this.paint);
    this.timer = setInterval(this.paint, REFRESH_MILLISECONDS);
    this.paint();
  }

  /** Gives the terminal back. */
  close(): void {
    clearInterval(this.timer);
    process.stdout.off("resize", this.paint);
    process.off("exit", this.leave);
    this.leave();
  }
}

/** The characters that put `lines` on a terminal, from its upper left corner. */
export function paintLines(lines: readonly Line[]): string {
  const painted = lines.map((line) => `${ESCAPE}2K${line.map(paintSpan).join("")}`);
  return `${ESCAPE}H${painted.join("\r\n")}${ESCAPE}J`;
}

function paintSpan({ text, look }: Span): string {
  if (typeof look === "object") {
    return `${ESCAPE}38;2;${look.red};${look.green};${look.blue}m${text}${ESCAPE}0m`;
  }
  const code = { plain: "", bold: "1", dim: "2", fresh: "1;36", warning: "33" }[look];
  return code === "" ? text : `${ESCAPE}${code}m${text}${ESCAPE}0m`;
}
