import { type u8, utf8, type Bytes } from "ts2c";
type Color = "red" | "green" | "" | 'blue"\\' | "é";
function n(c: Color): u8 {
  switch (c) {
    case "red":
      return 1;
    case "green":
      return 2;
    case "":
      return 3;
    case 'blue"\\':
      return 4;
    case "é":
      return 5;
  }
}
function t(c: Color): string {
  return c === "red" ? "R" : c;
}
function b(x: Bytes): void {
  for (const y of x) {
    console.log(y);
  }
}
console.log("a??/b", "\x01f", "\u0000x", "\u00003", 'tab\tnl\nq"', "é€😀", "%d", "\\", "'");
console.log(n("red"), n(""), n("é"), n('blue"\\'), t("green"), t("red"), t('blue"\\'));
b(utf8("é\0"));
b(utf8(t("é")));
console.log("?" === "?", t("green") === "green", t("red") !== "R");
function p(): string {
  return "100% %s";
}
console.log(p());
console.log(1, p());
console.log();
console.log("", "");
console.log(true, -5, "x %d");
