// TS2C0001 at 3:1
// TS2C0407 at 6:3
let total = 0;

function count(): void {
  total += 1;
  console.log("counted");
}

count();
