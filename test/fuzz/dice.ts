import { numbersFrom } from '../journal/lines.ts';

/** Chance that a seed decides. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = numbersFrom(Math.imul(seed, 2_654_435_761) + 1);
  }

  /** From 0 up to this, without it. */
  below(count: number): number {
    return Math.floor(this.#next() * count);
  }

  /** Whether something happens that does so once in so many times. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  /** So many of what is made. */
  some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}
