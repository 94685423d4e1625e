import assert from "node:assert/strict";
import { test } from "node:test";
import * as packet from "dns-packet";
import fc from "fast-check";
import { turnIntoAnswer } from "../../ts/network/captive-names.ts";

const MEMORY = 320;
const OWN = 0xc0a80401;

/** A packet, and how well what was asked went, which the types leave out. */
type Answer = packet.DecodedPacket & { readonly rcode: string };

/** What the device answers; null for nothing. */
function answerTo(question: Uint8Array): Answer | null {
  const memory = new Uint8Array(MEMORY).fill(0xa5); // An earlier question's bytes may still be there.
  memory.set(question.subarray(0, MEMORY));
  const length = turnIntoAnswer(memory, Math.min(question.length, MEMORY), OWN);
  return length === 0 ? null : (packet.decode(Buffer.from(memory.subarray(0, length))) as Answer);
}

function ask(name: string, type: packet.RecordType = "A", more: Partial<packet.Packet> = {}): Answer {
  const answer = answerTo(
    packet.encode({ type: "query", id: 0x1234, flags: packet.RECURSION_DESIRED, questions: [{ type, name }], ...more }),
  );
  assert.notEqual(answer, null);
  return answer!;
}

const label = fc.stringMatching(/^[a-z0-9_-]{1,63}$/);
const names = fc.array(label, { minLength: 1, maxLength: 8 }).map((labels) => labels.join("."));

test("every name leads to the device, for a short time", () => {
  fc.assert(
    fc.property(
      names.filter((name) => name.length <= 253),
      (name) => {
        const { id, type, flag_aa, flag_rd, rcode, questions, answers } = ask(name);
        assert.deepEqual([id, type, flag_aa, flag_rd, rcode], [0x1234, "response", true, true, "NOERROR"]);
        assert.equal(questions?.[0]?.name, name);
        assert.deepEqual(answers, [{ name, type: "A", ttl: 10, class: "IN", flush: false, data: "192.168.4.1" }]);
      },
    ),
  );
});

test("the longest name has room, and one without labels too", () => {
  const longest = [63, 63, 63, 61].map((length) => "x".repeat(length)).join(".");
  assert.equal(ask(longest).answers?.length, 1);
  assert.equal(ask(".").answers?.length, 1);
});

test("what is asked beside addresses is not there, though the name is", () => {
  for (const type of ["AAAA", "TXT", "SRV", "PTR"] as const) {
    const { rcode, answers } = ask("captive.apple.com", type);
    assert.equal(rcode, "NOERROR");
    assert.deepEqual(answers, []);
  }
  assert.equal(ask("captive.apple.com", "ANY" as packet.RecordType).answers?.length, 1);
});

test("what a resolver adds to its question changes nothing", () => {
  const answer = ask("example.com", "A", {
    additionals: [{ type: "OPT", name: ".", udpPayloadSize: 1232 } as unknown as packet.Answer],
  });
  assert.equal(answer.answers?.length, 1);
  assert.deepEqual(answer.additionals, []);
});

test("answers get no answer, other requests and broken questions an error", () => {
  const question = packet.encode({ type: "query", id: 1, questions: [{ type: "A", name: "a.b" }] });
  const changed = (at: number, byte: number): Uint8Array => {
    const bytes = Uint8Array.from(question);
    bytes[at] = byte;
    return bytes;
  };
  assert.equal(answerTo(changed(2, 0x80)), null);
  assert.equal(answerTo(question.subarray(0, 12)), null);
  assert.equal(answerTo(changed(2, 0x28))?.rcode, "NOTIMP");
  assert.equal(answerTo(changed(5, 0))?.rcode, "FORMERR");
  assert.equal(answerTo(changed(5, 2))?.rcode, "FORMERR");
  assert.equal(answerTo(changed(12, 0xc0))?.rcode, "FORMERR");
  for (let length = 13; length < question.length; length++) {
    assert.equal(answerTo(question.subarray(0, length))?.rcode, "FORMERR", `${length} bytes`);
  }
});

test("no bytes lead outside, and what comes out is a packet or nothing", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: MEMORY }), (bytes) => {
      answerTo(bytes);
    }),
    { numRuns: 2000 },
  );
});
