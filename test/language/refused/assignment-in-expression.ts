// TS2C0504 at 4:16
function chain(): void {
  let a = 0;
  console.log((a = 3));
  console.log(a);
}

chain();
