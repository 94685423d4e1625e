#!/usr/bin/env node
// Reads well in a Node that is too old for the rest.
const OLDEST = [20, 19];
/** Made by `npm pack`. */
const MAIN = "../dist/src/main.js";
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `ts2c needs Node ${OLDEST.join(".")} or newer and runs on ${process.version}. Install it from https://nodejs.org/\n`,
  );
  process.exitCode = 1;
} else {
  import(MAIN);
}
