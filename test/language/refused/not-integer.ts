// TS2C0001 at 5:10
// TS2C0209 at 9:10
// TS2C0209 at 9:31
function add(flag: boolean): boolean {
  return +flag > 0;
}

function index(flag: boolean): boolean {
  return (flag ? "a" : "b") > "a";
}

console.log(add(true), index(true));
