import { type u8 } from "ts2c";
function g(a: string): void {
  for (let i = 0; i < 4; i++) {
    switch (a) {
      case "a":
        if (i === 1) {
          continue;
        }
        break;
      case "b":
        if (i === 2) {
          break;
        }
        console.log("b", i);
        break;
      default:
        return;
    }
    console.log(i);
  }
}
g("a");
g("b");
g("c");
