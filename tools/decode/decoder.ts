import { utf8 } from "ts2c";
import { startEngine, type EngineName } from "../desk/engine/engine.ts";
import type { Encryption } from "./options.ts";
import { host } from "../desk/platform/console.ts";

/** The exports of ts/decode.ts, whichever engine runs behind them. */
type Entries = Pick<typeof import("../../ts/decode.ts"), "decodeKey" | "decodeStart" | "decodeBytes" | "decodeEnd">;

/** Decodes files one after the other. There is one decoder per process, since there is one program behind it. */
export interface Decoder {
  readonly engine: EngineName;
  /** Sets what encrypted frames are decrypted with. */
  unlock(encryption: Encryption): void;
  /** Begins a file; the name is repeated in each of its lines. */
  start(file: string): void;
  /** Takes the file's next bytes and gives the output that they made. */
  take(bytes: Uint8Array): Uint8Array;
  /** Ends the file: the rest of its output, and whether it had telegrams and all of them good ones. */
  end(): { readonly output: Uint8Array; readonly good: boolean };
}

/** Starts the engine that is wanted, or the best that can be had. */
export async function startDecoder(wanted: EngineName | undefined, say: (line: string) => void): Promise<Decoder> {
  const engine = await startEngine<Entries>({
    wanted,
    module: "decode",
    typescript: () => import("../../ts/decode.ts"),
    say,
  });
  const { decodeKey, decodeStart, decodeBytes, decodeEnd } = engine.entries;
  let pieces: Uint8Array[] = [];
  host.listen((piece) => pieces.push(piece));
  const takeOutput = (): Uint8Array => {
    const output = Buffer.concat(pieces);
    pieces = [];
    return output;
  };
  return {
    engine: engine.name,
    unlock({ key, additional }) {
      decodeKey(key, additional);
    },
    start(file) {
      decodeStart(utf8(file));
    },
    take(bytes) {
      decodeBytes(bytes);
      return takeOutput();
    },
    end() {
      const good = decodeEnd();
      return { output: takeOutput(), good };
    },
  };
}
