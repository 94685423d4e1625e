import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** The ports below those that systems give to who asks for any: what is free here stays free until it is opened by number. */
const FIRST = 20_000;
const LAST = 32_000;

/** A TCP port of this computer that nobody has, for a program that must be told the number. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    const server = createServer();
    try {
      server.listen(port);
      await once(server, "listening");
    } catch {
      continue; // Another program has it.
    }
    server.close();
    await once(server, "close");
    return port;
  }
}
