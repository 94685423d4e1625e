import { type u8 } from "ts2c";

enum Mode {
  Off,
  On = 5,
  Auto,
}

function next(mode: Mode): Mode {
  switch (mode) {
    case Mode.Off:
      return Mode.On;
    case Mode.On:
      return Mode.Auto;
    case Mode.Auto:
      return Mode.Off;
  }
}

function count(): u8 {
  let turns: u8 = 0;
  for (; turns < 3; turns++);
  return turns;
}

console.log(next(Mode.Off), next(Mode.On), next(Mode.Auto), count());
