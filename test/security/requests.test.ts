/** Requests that no browser sends: two in one, without an end, byte by byte, to files, with lines that don't belong there. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { HTTP_REQUESTS, HTTP_SOCKETS } from "../../ts/sockets.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Attacked, OWNER, PASSWORD } from "./support/attacked.ts";

const LOGIN = `Authorization: ${OWNER}\r\n`;
const HEAD = `POST /api/login HTTP/1.1\r\nHost: 127.0.0.1\r\n`;
/** What must not become a request: it stands in the body of another one, as a proxy before the device understands it. */
const HIDDEN = `POST /api/settings HTTP/1.1\r\nHost: 127.0.0.1\r\n${LOGIN}Content-Length: 9\r\n\r\n{"qos":2}`;
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const length = HIDDEN.length;

/** Each with what is hidden in it. */
const SMUGGLED: Readonly<Record<string, string>> = {
  "a length and chunks": `${HEAD}Content-Length: ${length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
  "chunks and a length": `${HEAD}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${chunk(HIDDEN)}`,
  chunks: `${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunk(HIDDEN)}`,
  "chunks that are written otherwise": `${HEAD}Transfer-Encoding: Chunked\r\n\r\n${chunk(HIDDEN)}`,
  "chunks that are none": `${HEAD}Transfer-Encoding: xchunked\r\n\r\n${HIDDEN}`,
  "chunks within chunks": `${HEAD}Transfer-Encoding: chunked, chunked\r\n\r\n${chunk(HIDDEN)}`,
  "chunks or not": `${HEAD}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n${chunk(HIDDEN)}`,
  "chunks on a line of their own": `${HEAD}Transfer-Encoding:\r\n chunked\r\n\r\n${chunk(HIDDEN)}`,
  "a space before the colon": `${HEAD}Transfer-Encoding : chunked\r\n\r\n${chunk(HIDDEN)}`,
  "a length with a space before the colon": `${HEAD}Content-Length : ${length}\r\n\r\n${HIDDEN}`,
  "a chunk of endless size": `${HEAD}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n${HIDDEN}`,
  "a chunk with an extension": `${HEAD}Transfer-Encoding: chunked\r\n\r\n${length.toString(16)};a="\r\n"\r\n${HIDDEN}\r\n0\r\n\r\n`,
  "two lengths": `${HEAD}Content-Length: 0\r\nContent-Length: ${length}\r\n\r\n${HIDDEN}`,
  "two lengths, the other way": `${HEAD}Content-Length: ${length}\r\nContent-Length: 0\r\n\r\n${HIDDEN}`,
  "two lengths in one": `${HEAD}Content-Length: 0, ${length}\r\n\r\n${HIDDEN}`,
  "a length with a sign": `${HEAD}Content-Length: +${length}\r\n\r\n${HIDDEN}`,
  "a length below 0": `${HEAD}Content-Length: -1\r\n\r\n${HIDDEN}`,
  "a length in hexadecimal": `${HEAD}Content-Length: 0x${length.toString(16)}\r\n\r\n${HIDDEN}`,
  "a length of two words": `${HEAD}Content-Length: 0 ${length}\r\n\r\n${HIDDEN}`,
  "a length beyond all numbers": `${HEAD}Content-Length: 18446744073709551616\r\n\r\n${HIDDEN}`,
  "a length on a line of its own": `${HEAD}Content-Length:\r\n ${length}\r\n\r\n${HIDDEN}`,
  "a line end within a line": `${HEAD}X: a\rContent-Length: 0\r\nContent-Length: ${length}\r\n\r\n${HIDDEN}`,
  "a zero within a line": `${HEAD}Content-Length: 0\0\r\nContent-Length: ${length}\r\n\r\n${HIDDEN}`,
  "a body where none belongs": `GET /api/status HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${length}\r\n\r\n${HIDDEN}`,
  "a body that is refused": `POST /api/settings HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${length}\r\n\r\n${HIDDEN}`,
  "a body at no address": `POST /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${length}\r\n\r\n${HIDDEN}`,
  "a name of the host with a body": `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nContent-Length: ${length}\r\n\r\n${HIDDEN}`,
  "an older HTTP": `POST /api/login HTTP/1.0\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\nContent-Length: ${length}\r\n\r\n${HIDDEN}`,
};

const OUTSIDE = [
  ...["/../../../../etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/package.json", "//etc/passwd"],
  ...[
    "/..\\..\\package.json",
    "/package.json",
    "/page.html.gz",
    "/generated/page/page.html.gz",
    "/settings/record_a.bin",
  ],
  ...[
    "/api/../package.json",
    "/api/settings/../../package.json",
    "/./package.json",
    "/;/package.json",
    "/%00/package.json",
  ],
  ...["file:///etc/passwd", "http://evil.example/api/settings", "*"],
];

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: no request hides in another one`, { skip }, async () => {
    await using device = await Attacked.start(engine);
    const before = await device.everything();
    for (const [how, bytes] of Object.entries(SMUGGLED)) {
      const answer = await device.raw(Buffer.from(bytes, "latin1"));
      assert.doesNotMatch(answer, /"changed"/, how);
      // After what can't be understood nothing more is read.
      assert.ok((answer.match(/^HTTP\/1\.1 \d/gm) ?? []).length <= 1, `${how}: ${answer}`);
    }
    assert.equal(await device.everything(), before);
    const open = await device.raw(HIDDEN.replace("Content-Length", "Connection: close\r\nContent-Length"));
    assert.match(open, /"changed":1/, "what was hidden would have been taken");
  });

  test(`engine ${engine}: no address leads to a file`, { skip }, async () => {
    await using device = await Attacked.start(engine);
    const files = ["/etc/passwd", "package.json"].map((file) => readFileSync(file, "latin1").slice(0, 20));
    for (const target of OUTSIDE) {
      for (const method of ["GET", "POST"]) {
        const head = `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
        const answer = await device.raw(head);
        assert.match(answer, /^HTTP\/1\.1 4\d\d /, target);
        assert.ok(!files.some((file) => answer.includes(file)), target);
      }
    }
  });

  test(`engine ${engine}: a form that comes byte by byte keeps no owner out`, { skip }, async () => {
    await using device = await Attacked.start(engine, "--set", "simulator_period=1", "--set", "interval_min=0");
    const slow = Array.from({ length: HTTP_REQUESTS - 1 }, () => device.connect());
    for (const { socket } of slow) {
      socket.write(`${HEAD}Content-Length: 4000\r\n\r\n{`);
    }
    const trickle = setInterval(() => slow.forEach(({ socket }) => socket.write(" ")), 100);
    try {
      for (const client of slow.slice(0, -1)) {
        // Of strangers who only begin, the last has the place.
        assert.match(await client.until(/\}\n/), /^HTTP\/1\.1 408 /);
      }
      const body = '{"qos":1}';
      const changed = await device.ask({ method: "POST", target: "/api/settings" }, { Authorization: OWNER }, body);
      assert.equal(changed.status, 200, await changed.text());
      const login = await device.ask(
        { method: "POST", target: "/api/login" },
        {},
        JSON.stringify({ password: PASSWORD }),
      );
      assert.equal(login.status, 204);
    } finally {
      clearInterval(trickle);
      slow.forEach((client) => client[Symbol.dispose]());
    }
  });

  test(`engine ${engine}: heads that never end hold up neither the page nor the readings`, { skip }, async () => {
    await using device = await Attacked.start(engine, "--set", "simulator_period=1", "--set", "interval_min=0");
    const slow = Array.from({ length: 3 * HTTP_SOCKETS }, () => device.connect());
    slow.forEach(({ socket }) => socket.write("GET /api/status HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "));
    const trickle = setInterval(() => slow.forEach(({ socket }) => socket.write("x")), 100);
    try {
      for (let i = 0; i < 5; i++) {
        assert.equal((await device.ask({ method: "GET", target: "/api/status" })).status, 200);
      }
      const published = device.desk.stdout.match(/^p1_meter\/date_time/gm)?.length ?? 0;
      await device.desk.wrote(/^p1_meter\/date_time/m, published + 3);
    } finally {
      clearInterval(trickle);
      slow.forEach((client) => client[Symbol.dispose]());
    }
  });
}
