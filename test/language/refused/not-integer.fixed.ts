import { type u8 } from "ts2c";

function add(flag: boolean): boolean {
  return (flag ? 1 : 0) > 0;
}

function index(flag: boolean): boolean {
  const name: u8 = flag ? 97 : 98;
  return name > 97;
}

console.log(add(true), index(true));
