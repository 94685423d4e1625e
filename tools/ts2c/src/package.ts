/** Where ts2c lies. Its code is in the package's `src/`, or compiled in `dist/src/`; what it reads is beside. */
import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ABOVE = fileURLToPath(new URL("../", import.meta.url));
const isInstalled = basename(ABOVE) === "dist";

const PACKAGE = isInstalled ? resolve(ABOVE, "..") : resolve(ABOVE);

/** The code that runs. */
export const CODE = join(ABOVE, "src");
/** What programs import from "ts2c", as the transpiler reads it. */
export const LIBRARY = join(PACKAGE, "library/");
/** What the C includes. */
export const RUNTIME = join(PACKAGE, "runtime/");
/** The folder of packages in which "ts2c" is found. */
export const MODULES = resolve(PACKAGE, "../../node_modules");

/** Where `ts2c run` keeps what it made: in the repository's `build/`; where it is installed, with the user's other caches. */
export const CACHE =
  process.env.TS2C_CACHE ??
  (isInstalled
    ? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "ts2c")
    : resolve(PACKAGE, "../../build/ts2c"));
