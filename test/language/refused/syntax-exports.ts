// TS2C0001 at 10:1
// TS2C0001 at 11:1
// TS2C0001 at 12:1
const ONE = 1;

function one(): void {
  console.log(ONE);
}

export { ONE as first };
export * from "ts2c";
export default one;
