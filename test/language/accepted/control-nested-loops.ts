import { type u8 } from "ts2c";
function f(n: u8): void {
  outer(n);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      if (j === 1) {
        continue;
      }
      if (i === 1) {
        break;
      }
      console.log(i, j);
      switch (j) {
        case 0:
          continue;
        case 2:
          break;
        default:
          return;
      }
      console.log("after", i, j);
    }
  }
}
function outer(n: u8): void {
  let k: u8 = n;
  do {
    k = k > 0 ? k - 1 : 0;
    if (k === 3) {
      continue;
    }
    if (k === 1) {
      break;
    }
    console.log("k", k);
  } while (k > 0);
  let m: u8 = 0;
  while (true) {
    m++;
    if (m < 5) {
      continue;
    }
    if (m >= 7) {
      break;
    }
    console.log("m", m);
  }
}
f(6);
{
  const x = 1;
  {
    const x = 2;
    console.log(x);
  }
  console.log(x);
}
for (let i: u8 = 250; i < 255; i++) {
  const i2 = i;
  {
    const i = 3;
    console.log(i, i2);
  }
}
for (let i = 10; i >= 0; i -= 3) {
  console.log(i);
}
for (let i = 0; i < 3;) {
  i++;
  console.log("e", i);
}
function zz(): void {
  let z: u8 = 0;
  for (; z < 2; z++) {
    console.log("z", z);
  }
}
zz();
