// Several loops of one function in which `continue` has to jump to what JavaScript does next.
import { type u8 } from "ts2c";

const cell = new Uint8Array(4);

function stored(): u8 {
  cell[0] = 1;
  return 1;
}

function loops(): u8 {
  let n = 0;
  for (let i = 0; i < stored() + 3; i++) {
    if (i === 2) {
      continue;
    }
    n = (i + n) & 255;
  }
  for (let i = 0; i < stored() + stored(); i++) {
    if (i === 1) {
      continue;
    }
    n = (i + n) & 255;
  }
  do {
    n = n & 7;
    if (n === 3) {
      continue;
    }
    n = 3;
  } while (stored() > 5);
  {
    do {
      n = n & 7;
      if (n === 3) {
        continue;
      }
      n = 4;
    } while (stored() > 5);
  }
  return n;
}
console.log("loops", loops());

/** The names of the body, and those that the test needs, lie in one block of C. */
function named(): u8 {
  let n: u8 = 0;
  do {
    const value_1 = stored();
    const value_2 = value_1 + n;
    if (value_2 > 200) {
      continue;
    }
    n = value_2 + 2;
  } while (cell[0] + stored() + n < 9);
  return n;
}
console.log("named", named());
