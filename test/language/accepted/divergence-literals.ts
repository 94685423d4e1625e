type Odd = "?" | "a b" | "\\ back" | "\n new";

function same(odd: Odd): string {
  return odd;
}

console.log("a??/b??(c??)", "\x01f", "\x001", "\u{1f600}7", "tab\t", 'quote"', "back\\slash");
console.log("odd", same("?"), same("a b"), same("\\ back"), same("\n new"), 0xff, 0b101, 0o17, 1_000, 1e3);
