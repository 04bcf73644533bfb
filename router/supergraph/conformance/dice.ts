/** Chance from a seed: the same seed throws the same numbers (mulberry32). */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** A whole number from 0 to `sides - 1`. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * sides)
  }

  /** True so many times of a hundred. */
  chance(percent: number): boolean {
    return this.roll(100) < percent
  }

  pick<T>(from: readonly T[]): T {
    return from[this.roll(from.length)]!
  }

  /** Some of them, at least one. */
  some<T>(from: readonly T[], percent = 50): T[] {
    const picked = from.filter(() => this.chance(percent))
    return picked.length > 0 ? picked : [this.pick(from)]
  }
}
