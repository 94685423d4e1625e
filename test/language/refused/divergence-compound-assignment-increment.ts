// TS2C0502 at 5:15
// TS2C0502 at 10:15
function count(): void {
  let i = 0;
  console.log(i++);
}

function countDown(): void {
  let i = 9;
  console.log(--i);
}

count();
countDown();
