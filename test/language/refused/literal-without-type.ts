// TS2C0205 at 3:13
function point(): void {
  const p = { x: 1, y: 2 };
  console.log(p.x, p.y);
}

point();
