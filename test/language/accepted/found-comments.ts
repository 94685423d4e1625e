import { type u8 } from "ts2c";

/** The programs are ts/p1/*.ts; on Windows C:\ *\
 * ends here: what??/
 */
function first(): u8 {
  return 1;
}

/** A value. See C:\ */
interface Value {
  /** Of what??/ */
  readonly a: u8;
}

const VALUE: Value = { a: 7 };

// A folder, C:\
console.log(first());
// Really??/
console.log(first() + 1);
/* In a block /* again. */
console.log(VALUE.a);
// C:\
console.log(4);
