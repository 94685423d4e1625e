/** Chance that a seed repeats: the same seed gives the same choices on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 32 random bits (the mixer is known as mulberry32). */
  private bits(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** An integer from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor((this.bits() / 2 ** 32) * count);
  }

  /** An integer from `min` to `max`, both included, which may lie 2^53 apart. */
  between(min: number, max: number): number {
    const span = max - min;
    if (span < 2 ** 32) {
      return min + this.below(span + 1);
    }
    const value = min + Math.floor(((this.bits() % 2 ** 21) * 2 ** 32 + this.bits()) * (span / 2 ** 53));
    return Math.min(max, Math.max(min, value));
  }

  /** True `percent` times of a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)];
  }

  /** One of the choices, each as often as its weight says; those of weight 0 never. */
  weighted<T>(choices: readonly (readonly [number, T])[]): T {
    let left = this.below(choices.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left < 0) {
        return choice;
      }
    }
    throw new Error("there is nothing to choose from");
  }
}
