/** The command ts2c. What needs the compiler is loaded when it is needed: a run from the cache is over before. */
import { failureOf } from "./command/failure.ts";
import { requirePrograms } from "./command/files.ts";
import { type Command, USAGE, parse } from "./command/options.ts";

async function main(): Promise<number> {
  const given = process.argv.slice(2);
  const command = parse(given);
  if (command === undefined) {
    process.stdout.write(USAGE);
    return given.length === 0 ? 2 : 0;
  }
  requirePrograms(command.files);
  return execute(command);
}

async function execute(command: Command): Promise<number> {
  if (command.explain !== undefined) {
    return (await import("./command/explain.ts")).runExplain(command.files, command.root, command.explain);
  }
  switch (command.name) {
    case "build":
      return (await import("./command/build.ts")).runBuild(command);
    case "run":
      return (await import("./command/run.ts")).runProgram(command.files[0], command.root, command.engine);
    case "check":
      return (await import("./command/check.ts")).runCheck(command);
  }
}

// Whoever reads may have seen enough.
process.stdout.on("error", () => process.exit());

try {
  process.exitCode = await main();
} catch (error) {
  const { sentence, status } = failureOf(error);
  process.stderr.write(`ts2c: ${sentence}\n`);
  process.exitCode = status;
}
