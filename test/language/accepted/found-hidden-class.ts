import { type u8 } from "ts2c";
import { Whole } from "./modules/hidden.ts";

/** Another one of the same name. */
class Part {
  private readonly value: u8 = 1;

  twice(): u8 {
    return this.value;
  }
}

const whole = new Whole();
const own = new Part();
whole.left.set(20);
console.log(whole.left.twice(), whole.right.twice(), own.twice());
