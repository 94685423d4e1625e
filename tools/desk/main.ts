/** The device on a desk, from the command line: `npm start -- --help`. */

import { Failure } from "./failure.ts";
import { helpText, readOptions } from "./options.ts";
import { runDesk } from "./run.ts";
import { profilesText, settingsText } from "./setup.ts";

async function main(line: readonly string[]): Promise<number> {
  const options = readOptions(line);
  if (options === null) {
    process.stdout.write(helpText());
    return 0;
  }
  if (options.profile === "list") {
    process.stdout.write(profilesText());
    return 0;
  }
  if (options.listSettings) {
    process.stdout.write(settingsText());
    return 0;
  }
  return runDesk(options);
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  const status = error instanceof Failure ? error.status : 1;
  process.stderr.write(`${error instanceof Failure ? error.message : String((error as Error).stack)}\n`, () =>
    process.exit(status),
  );
}
