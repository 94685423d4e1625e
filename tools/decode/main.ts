/** Telegrams in files as lines of JSON, from the command line: `npm run -s decode -- --help`. */

import { closeSync, openSync, readSync } from "node:fs";
import { Failure, hasCode, systemReason } from "../desk/failure.ts";
import { toStandardOutput } from "../desk/platform/console.ts";
import { startDecoder, type Decoder } from "./decoder.ts";
import { HELP, readOptions } from "./options.ts";

const CHUNK_BYTES = 65536;
const STANDARD_INPUT = 0;

async function main(line: readonly string[]): Promise<number> {
  const options = readOptions(line);
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  const decoder = await startDecoder(options.engine, (sentence) => process.stderr.write(`${sentence}\n`));
  if (options.encryption !== undefined) {
    decoder.unlock(options.encryption);
  }
  let allGood = true;
  for (const file of options.files) {
    allGood = decodeFile(decoder, file) && allGood;
  }
  return allGood ? 0 : 1;
}

/** Decodes one file; one that can't be read costs a sentence and nothing else. */
function decodeFile(decoder: Decoder, file: string): boolean {
  const chunk = new Uint8Array(CHUNK_BYTES);
  decoder.start(file);
  try {
    const input = openInput(file);
    for (let length = readChunk(input, chunk); length > 0; length = readChunk(input, chunk)) {
      toStandardOutput(decoder.take(chunk.subarray(0, length)));
    }
    if (input !== STANDARD_INPUT) {
      closeSync(input);
    }
  } catch (error) {
    // An error of the system that is not about the output is about the file.
    if (!(error instanceof Error && "code" in error) || hasCode(error, "EPIPE")) {
      throw error;
    }
    process.stderr.write(`${file} can't be read: ${systemReason(error)}.\n`);
    return false;
  }
  const { output, good } = decoder.end();
  toStandardOutput(output);
  return good;
}

function openInput(file: string): number {
  return file === "-" ? STANDARD_INPUT : openSync(file, "r");
}

/** The length of the next chunk; 0 at the end. */
function readChunk(input: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(input, chunk);
    } catch (error) {
      if (hasCode(error, "EOF")) {
        return 0;
      }
      if (!hasCode(error, "EAGAIN")) {
        throw error;
      }
      // The standard input is not blocking and has nothing yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // Nobody reads the output any more (`decode … | head`): there is nothing to say.
  if (!hasCode(error, "EPIPE")) {
    process.stderr.write(`${error instanceof Failure ? error.message : String((error as Error).stack)}\n`);
  }
  process.exitCode = error instanceof Failure ? error.status : 1;
}
