/** A moving average and a median filter over the last samples of an analog input. */
import { i16, i32, type range } from "ts2c";

const WINDOW = 8;
const MEDIAN = 5;

export class MovingAverage {
  private readonly samples = new Int16Array(WINDOW);
  private next: range<0, 7> = 0;
  private count: range<0, 8> = 0;
  private sum: i32 = 0;

  add(sample: i16): i16 {
    if (this.count < WINDOW) {
      this.count++;
    } else {
      this.sum = i32(this.sum - this.samples[this.next]);
    }
    this.samples[this.next] = sample;
    this.sum = i32(this.sum + sample);
    this.next = (this.next + 1) % WINDOW;
    return i16.clamp(Math.round(this.sum / this.count) + 0);
  }
}

export class Median {
  private readonly samples = new Int16Array(MEDIAN);
  private readonly sorted = new Int16Array(MEDIAN);
  private next: range<0, 4> = 0;
  private count: range<0, 5> = 0;

  add(sample: i16): i16 {
    this.samples[this.next] = sample;
    this.next = (this.next + 1) % MEDIAN;
    if (this.count < MEDIAN) {
      this.count++;
    }
    for (let i = 0; i < this.count; i++) {
      let j = i;
      while (j > 0 && this.sorted[j - 1] > this.samples[i]) {
        this.sorted[j] = this.sorted[j - 1];
        j--;
      }
      this.sorted[j] = this.samples[i];
    }
    return this.sorted[this.count >> 1];
  }
}

const average = new MovingAverage();
const median = new Median();

const SAMPLES: readonly i16[] = [100, 102, 98, 32767, 101, 99, -32768, 100, 100, 103, 97, 100, -5, -5, -5, -5, -5, -5];

for (const sample of SAMPLES) {
  console.log(sample, average.add(sample), median.add(sample));
}
