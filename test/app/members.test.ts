import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8, type Bytes } from "ts2c";
import { Members } from "../../ts/portal/members.ts";

const decoder = new TextDecoder();

/** All members of a text as pairs, and how the walk ended. */
function walk(text: Bytes): { readonly pairs: readonly (readonly [string, string])[]; readonly end: string } {
  const members = new Members();
  const pairs: [string, string][] = [];
  members.start();
  let step = members.next(text);
  while (step === "member") {
    pairs.push([decoder.decode(members.name.view() as Uint8Array), decoder.decode(members.value.view() as Uint8Array)]);
    step = members.next(text);
  }
  return { pairs, end: step };
}

const ofText = (text: string): ReturnType<typeof walk> => walk(utf8(text));

test("whatever JSON.stringify writes is read back", () => {
  const value = fc.oneof(fc.string({ unit: "binary", maxLength: 50 }), fc.integer(), fc.boolean());
  const name = fc.string({ unit: "binary", maxLength: 12 });
  fc.assert(
    fc.property(fc.dictionary(name, value, { maxKeys: 8 }), fc.constantFrom(0, 2), (object, indent) => {
      const { pairs, end } = ofText(JSON.stringify(object, null, indent));
      assert.equal(end, "end");
      assert.deepEqual(
        pairs,
        Object.entries(object).map(([key, one]) => [key, String(one)]),
      );
    }),
  );
});

test("escapes stand for what RFC 8259 says", () => {
  assert.deepEqual(ofText('{"\\u00e9\\n":"\\"\\\\\\/\\b\\f\\n\\r\\t\\ud83d\\ude00"}'), {
    pairs: [["é\n", '"\\/\b\f\n\r\t😀']],
    end: "end",
  });
});

test("what is no object of plain values is wrong, at the place where it is", () => {
  const wrong: readonly (readonly [text: string, before: number])[] = [
    ["", 0],
    ["[]", 0],
    ["{", 0],
    ["{]", 0],
    ['{"a":1', 1],
    ['{"a":1,}', 1],
    ['{"a":1 "b":2}', 1],
    ['{"a":1}x', 1],
    ['{"a"}', 0],
    ['{"a":}', 0],
    ["{a:1}", 0],
    ['{"a":{"b":1}}', 0],
    ['{"a":[1]}', 0],
    ['{"a":"b', 0],
    ['{"a":"\n"}', 0],
    ['{"a":"\\x"}', 0],
    ['{"a":"\\u12g4"}', 0],
    ['{"a":"\\ud83d"}', 0],
    ['{"a":"\\ud83d\\u0041"}', 0],
    ['{"a":"\\ude00"}', 0],
    ['{"a":"\\', 0],
  ];
  for (const [text, before] of wrong) {
    const { pairs, end } = ofText(text);
    assert.equal(end, "wrong", text);
    assert.equal(pairs.length, before, text);
  }
});

test("what is too long is cut, so that whoever knows the name can say what is wrong with it", () => {
  assert.deepEqual(ofText(`{"${"n".repeat(65)}":"${"v".repeat(257)}","b":${"1".repeat(300)},"c":2}`), {
    pairs: [
      ["n".repeat(64), "v".repeat(256)],
      ["b", "1".repeat(256)],
      ["c", "2"],
    ],
    end: "end",
  });
});

test("no bytes make it fail", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      assert.ok(["end", "wrong"].includes(walk(bytes).end));
    }),
  );
});
