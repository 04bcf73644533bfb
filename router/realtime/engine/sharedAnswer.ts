/** An answer for all who ask while it is on its way. It is wanted while one of them is there. */
export class SharedAnswer<T> {
  readonly answer: Promise<T>
  readonly #wanted: (() => boolean)[] = []

  /** `ask` begins it, and is told whether anybody waits for it still; `wanted`: whether the first who asked does. */
  constructor(ask: (isWanted: () => boolean) => Promise<T>, wanted: () => boolean) {
    this.#wanted.push(wanted)
    this.answer = ask(() => this.#wanted.some((isWanted) => isWanted()))
  }

  /** One more asks. */
  join(wanted: () => boolean): Promise<T> {
    this.#wanted.push(wanted)
    return this.answer
  }
}
