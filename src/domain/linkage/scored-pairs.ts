/** The pairs worth keeping, as three growing columns of numbers: ten bytes a pair and no object. */
import { growUint32 } from './growing-array';

export class ScoredPairs {
  left = new Uint32Array(1024);
  right = new Uint32Array(1024);
  /** Weights in hundredths of a bit. */
  units = new Int32Array(1024);
  count = 0;

  add(left: number, right: number, units: number): void {
    const index = this.count++;
    if (index >= this.units.length) this.grow(index);
    this.left[index] = left;
    this.right[index] = right;
    this.units[index] = units;
  }

  private grow(index: number): void {
    this.left = growUint32(this.left, index);
    this.right = growUint32(this.right, index);
    const longer = new Int32Array(this.left.length);
    longer.set(this.units);
    this.units = longer;
  }
}
