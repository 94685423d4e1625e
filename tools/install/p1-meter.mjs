#!/usr/bin/env node
/** The desk as an installed command. Reads well in a Node that is too old for the rest. */
import { isNodeSupported } from "../setup/node-version.mjs";

/** Made by `npm pack`. */
const MAIN = "../../build/package/p1-meter.js";

if (isNodeSupported("p1-meter")) {
  process.setSourceMapsEnabled(true);
  import(MAIN);
}
