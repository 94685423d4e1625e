import { type u8, type int, type Bytes, type i32 } from "ts2c";
const B = new Uint8Array(10);
for (let i = 0; i < 10; i++) {
  B[i] = i;
}
function show(v: Bytes): void {
  let h: i32 = v.length;
  for (const x of v) {
    h = Math.imul(h, 31) ^ x;
  }
  console.log(v.length, h);
}
function sub(a: int, b: int): void {
  show(B.subarray(a, b));
}
sub(-3, 100);
sub(-100, -3);
sub(3, 1);
sub(-1, -5);
sub(0, 0);
sub(10, 10);
sub(11, 20);
sub(-4, -1);
sub(9007199254740991, -9007199254740991);
show(B.subarray());
show(B.subarray(4));
show(B.subarray(-4));
show(B.subarray(2).subarray(-2, 50).subarray(1));
function cw(a: int, b: int, c: int): void {
  for (let i = 0; i < 10; i++) {
    B[i] = i;
  }
  B.copyWithin(a, b, c);
  show(B);
}
cw(0, 3, 10);
cw(3, 0, 10);
cw(-4, 2, 5);
cw(5, -5, -1);
cw(0, 5, 2);
cw(20, 0, 5);
cw(2, 1, 4);
cw(1, 2, 4);
cw(-20, 1, 3);
function fl(x: u8, a: int, b: int): void {
  B.fill(x, a, b);
  show(B);
}
fl(7, -3, 100);
fl(8, 2, -2);
fl(9, 5, 2);
fl(1, -100, -8);
B.fill(3);
show(B);
B.fill(4, 8);
show(B);
function io(x: int, a: int): void {
  console.log(B.indexOf(x, a), B.indexOf(x));
}
B[3] = 200;
B[7] = 200;
io(200, 4);
io(200, -3);
io(200, -2);
io(456, 0);
io(-56, 0);
io(3, 100);
io(4, -100);
const I = new Int16Array(4);
I[1] = -5;
I[2] = 300;
console.log(I.indexOf(-5), I.indexOf(65531), I.indexOf(300, 2), I.indexOf(300, -1));
B.set(B.subarray(0, 5), 3);
show(B);
B.set(B.subarray(3, 8));
show(B);
