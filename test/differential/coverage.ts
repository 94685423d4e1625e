/** Which branches of ts2c the programs reach, measured by V8 in this process. */
import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { SourceMap, type SourceMapPayload } from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MEASURED = /\/tools\/ts2c\/src\/(lower|print)\//;

/** What the programs did not reach. */
export interface Reached {
  /** How much was reached, file by file, and where each branch begins that was not. */
  readonly text: string;
  /** Each of these branches: its file, and the line with which it begins. */
  readonly missed: readonly string[];
}

/** Counts from its start on; the modules that it measures have to be loaded after that. */
export class Coverage {
  private readonly session = new Session();
  private readonly scripts = new Map<string, string>();

  async start(): Promise<void> {
    this.session.connect();
    this.session.on("Debugger.scriptParsed", ({ params }) => {
      this.scripts.set(params.url, params.scriptId);
    });
    await this.session.post("Debugger.enable");
    await this.session.post("Profiler.enable");
    await this.session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  async report(): Promise<Reached> {
    const { result } = await this.session.post("Profiler.takePreciseCoverage");
    const lines: string[] = [];
    const all: string[] = [];
    let [reached, count] = [0, 0];
    for (const { url, functions } of result.filter((script) => MEASURED.test(script.url))) {
      const ranges = functions.flatMap((each) => each.ranges);
      const missed = ranges.filter((range) => range.count === 0);
      reached += ranges.length - missed.length;
      count += ranges.length;
      const path = relative(ROOT, fileURLToPath(url.replace(/\?.*/, "")));
      lines.push(`${path}: ${String(ranges.length - missed.length)} of ${String(ranges.length)}`);
      const where = await this.positions(url, missed);
      lines.push(...[...new Set(where)].map((each) => `    ${path}:${each}`));
      all.push(...where.map((each) => `${path} ${each.replace(/^\d+ /, "")}`));
    }
    const share = ((100 * reached) / Math.max(1, count)).toFixed(1);
    const head = `branches of lower and print that were reached: ${String(reached)} of ${String(count)} (${share} %)`;
    return { text: [head, ...lines].join("\n"), missed: [...new Set(all)] };
  }

  /** Where ranges of the JavaScript that ran begin in the TypeScript, with the text there. */
  private async positions(url: string, ranges: readonly { startOffset: number }[]): Promise<string[]> {
    const scriptId = this.scripts.get(url);
    if (scriptId === undefined || ranges.length === 0) {
      return [];
    }
    const { scriptSource } = await this.session.post("Debugger.getScriptSource", { scriptId });
    const encoded = /sourceMappingURL=data:application\/json;base64,([\w+/=]+)/.exec(scriptSource)?.[1];
    if (encoded === undefined) {
      return [];
    }
    const payload = JSON.parse(Buffer.from(encoded, "base64").toString()) as SourceMapPayload;
    const map = new SourceMap(payload);
    const text = readFileSync(fileURLToPath(url.replace(/\?.*/, "")), "utf8").split("\n");
    return ranges.map(({ startOffset }) => {
      const before = scriptSource.slice(0, startOffset).split("\n");
      const entry = map.findEntry(before.length - 1, before[before.length - 1].length);
      const line = "originalLine" in entry ? entry.originalLine : 0;
      return `${String(line + 1)} ${text[line]?.trim() ?? ""}`;
    });
  }
}
