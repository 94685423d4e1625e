/** Brokers, and servers in a broker's place, that the device has no reason to trust: nothing is told to them. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { Authority, type KeyPair } from "../desk/support/authority.ts";
import { DeskProcess } from "../desk/support/desk-process.ts";

const SECRETS = ["--set", "broker_user=someone", "--set", "broker_password=Marker?Broker+1"];

/** OpenSSL's server at a port of its own, which prints what it is told. */
class Server implements AsyncDisposable {
  private readonly child;
  told = "";
  port = 0;

  static async start({ certificate, key }: KeyPair, ...versions: readonly string[]): Promise<Server> {
    // At security level 0 OpenSSL still speaks what nobody should.
    const old = ["-cipher", "ALL:@SECLEVEL=0"];
    const server = new Server(["-accept", "0", "-cert", certificate, "-key", key, ...old, ...versions]);
    while (server.port === 0) {
      await once(server.child.stdout, "data");
      server.port = Number(/ACCEPT .*:(\d+)/.exec(server.told)?.[1] ?? 0);
    }
    return server;
  }

  private constructor(line: readonly string[]) {
    this.child = spawn("openssl", ["s_server", ...line], { stdio: ["pipe", "pipe", "pipe"] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding("latin1").on("data", (text: string) => {
        this.told += text;
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.child, "close");
    this.child.kill("SIGKILL");
    await closed;
  }
}

// Who is trusted is the driver's to say, which both engines share.
test(
  "nothing is told to a broker that signed its own certificate, or speaks TLS 1.1 or older",
  { skip: needs("openssl") },
  async (t) => {
    using authority = new Authority();
    using stranger = new Authority();
    const known = authority.sign("localhost");
    const trusts = { NODE_EXTRA_CA_CERTS: authority.certificate };
    const both: [string, string][] = [
      ["verified", "on"],
      ["unverified", "unverified"],
    ];
    const cases: readonly [why: string, pair: KeyPair, versions: readonly string[], tls: string, said: RegExp][] = [
      [
        "its own authority",
        stranger.self("localhost"),
        [],
        "on",
        /has a certificate that is over, for another name, or signed by nobody known/,
      ],
      ...both.flatMap(([how, tls]) =>
        ["-tls1_1", "-tls1"].map((version): [string, KeyPair, readonly string[], string, RegExp] => [
          `${version}, ${how}`,
          known,
          [version],
          tls,
          /could not agree on an encrypted connection/,
        ]),
      ),
    ];
    for (const [why, pair, versions, tls, said] of cases) {
      await t.test(why, async () => {
        await using server = await Server.start(pair, ...versions);
        const to = ["--broker", `mqtts://localhost:${server.port}`, "--set", `broker_tls=${tls}`];
        await using desk = new DeskProcess([...SECRETS, ...to], trusts);
        await desk.wrote(said);
        assert.equal(await desk.stop(), 0);
        assert.doesNotMatch(server.told, /MQTT|Marker/);
      });
    }
    await t.test("TLS 1.2 by somebody known is spoken to", async () => {
      await using server = await Server.start(known, "-tls1_2");
      await using desk = new DeskProcess([...SECRETS, "--broker", `mqtts://localhost:${server.port}`], trusts);
      while (!server.told.includes("Marker?Broker+1")) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.equal(await desk.stop(), 0);
    });
  },
);
