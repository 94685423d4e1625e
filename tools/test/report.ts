import { relative } from "node:path";
import type { run } from "node:test";

type TestsStream = ReturnType<typeof run>;

/** What `node:test` tells of one test that ended. */
interface Result {
  readonly name: string;
  readonly nesting: number;
  readonly file?: string | undefined;
  readonly skip?: string | boolean | undefined;
  readonly details: {
    readonly duration_ms: number;
    readonly type?: string | undefined;
    readonly error?: unknown;
  };
}

/** What became of one test file so far. */
class FileResult {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** What the file wrote on standard error: shown only where something in it failed. */
  errors = "";
  /** For each depth, how many results came since the last one above it: a test that has any is a group. */
  private readonly children: number[] = [];

  /** Notes a result at a depth, and says whether others lie below it. */
  isGroup(nesting: number): boolean {
    const below = this.children[nesting + 1] ?? 0;
    this.children[nesting + 1] = 0;
    this.children[nesting] = (this.children[nesting] ?? 0) + 1;
    return below > 0;
  }
}

/** Prints the progress of a test run, one line per file, and counts single tests (not the groups around them). */
export class Report {
  private readonly files = new Map<string, FileResult>();
  private readonly failures: string[] = [];
  private readonly root: string;
  private current: string | undefined;

  /** @param root the folder that printed paths start at */
  constructor(root: string) {
    this.root = root;
  }

  /** Reads the stream to its end. */
  async follow(stream: TestsStream): Promise<void> {
    stream.on("test:pass", (result) => {
      this.passed(result);
    });
    stream.on("test:fail", (result) => {
      this.failed(result);
    });
    stream.on("test:stdout", ({ file, message }) => {
      this.enter(file);
      process.stdout.write(message.replace(/^(?=.)/gm, "    "));
    });
    stream.on("test:stderr", ({ file, message }) => {
      this.enter(file).errors += message;
    });
    stream.on("test:diagnostic", ({ file, message }) => {
      if (file !== undefined) {
        this.enter(file);
        console.log(`    ${message}`);
      }
    });
    await new Promise<void>((ended) => {
      stream.on("end", ended).resume();
    });
    this.leave();
  }

  /**
   * Prints the failures and, as the last line, the totals.
   *
   * @param expected the files that should have run, from the root on
   * @returns whether tests ran and none failed
   */
  finish(expected: readonly string[]): boolean {
    for (const file of expected) {
      const result = this.files.get(file);
      if (result === undefined || result.passed + result.failed + result.skipped === 0) {
        this.fail(this.fileResult(file), `${file}: no test ran in it`);
      }
    }
    for (const failure of this.failures) {
      console.log(`\nfailed: ${failure}`);
    }
    const results = [...this.files.values()];
    const total = (of: (result: FileResult) => number): number => results.reduce((sum, result) => sum + of(result), 0);
    const passed = total((result) => result.passed);
    const failed = total((result) => result.failed);
    const skipped = total((result) => result.skipped);
    if (passed + failed === 0) {
      console.log("\nNo test ran.");
    }
    const skips = skipped > 0 ? `, ${String(skipped)} skipped` : "";
    console.log(`\n${String(passed)} passed, ${String(failed)} failed${skips}`);
    return passed > 0 && failed === 0;
  }

  private passed(result: Result): void {
    const file = this.enter(result.file);
    const isGroup = file.isGroup(result.nesting) || result.details.type === "suite";
    if (result.skip !== undefined && result.skip !== false) {
      file.skipped++;
      const reason = typeof result.skip === "string" && result.skip !== "" ? `: ${result.skip}` : "";
      console.log(`    skipped: ${result.name}${reason}`);
    } else if (!isGroup && !this.isFileItself(result)) {
      file.passed++;
    }
  }

  private failed(result: Result): void {
    const file = this.enter(result.file);
    file.isGroup(result.nesting);
    const error = result.details.error as { failureType?: string; cause?: unknown; message?: string } | undefined;
    if (error?.failureType === "subtestsFailed") {
      return;
    }
    const where = result.file === undefined ? "" : relative(this.root, result.file);
    if (this.isFileItself(result)) {
      this.fail(file, `${where}: the file did not run to its end: ${reason(error)}`);
    } else {
      this.fail(file, `${where}: ${result.name}\n${indent(reason(error))}`);
    }
  }

  private fail(file: FileResult, failure: string): void {
    file.failed++;
    this.failures.push(failure);
  }

  /** `node:test` reports a file that has no tests, or that breaks outside of one, as a test named like the file. */
  private isFileItself(result: Result): boolean {
    return result.nesting === 0 && result.name === result.file;
  }

  private fileResult(file: string): FileResult {
    let result = this.files.get(file);
    if (result === undefined) {
      result = new FileResult();
      this.files.set(file, result);
    }
    return result;
  }

  /** Files report one after the other: the first word of the next one ends the one before. */
  private enter(path: string | undefined): FileResult {
    const file = relative(this.root, path ?? this.root);
    if (file !== this.current) {
      this.leave();
      this.current = file;
      console.log(file);
    }
    return this.fileResult(file);
  }

  private leave(): void {
    if (this.current === undefined) {
      return;
    }
    const { passed, failed, skipped, errors } = this.fileResult(this.current);
    if (failed > 0 && errors !== "") {
      console.log(indent(errors.trimEnd()));
    }
    const counts = [`${String(passed)} passed`];
    if (failed > 0) counts.push(`${String(failed)} failed`);
    if (skipped > 0) counts.push(`${String(skipped)} skipped`);
    console.log(`    ${counts.join(", ")}`);
    this.current = undefined;
  }
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}

/** The message of a failed test with its stack, without Node's own frames. */
function reason(error: { cause?: unknown; message?: string } | undefined): string {
  const cause = error?.cause;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : (error?.message ?? "");
  return text
    .split("\n")
    .filter((line) => !/^\s+at .*\(?node:/.test(line))
    .join("\n");
}
