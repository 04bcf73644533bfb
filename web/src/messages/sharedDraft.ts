/** More than are on their way at once. */
const mostTold = 10

/**
 * What was begun and not sent, as it stands here and as far as is known of the server: which of the two counts. Nothing is
 * sent or shown by it.
 */
export class SharedDraft {
  #text: string
  /** What the server has; null where that is not known. */
  #shared: string | null = null
  /** Written here while it was not known what the server has. */
  #isWritten = false
  /** What was saved here, and is still to be told. */
  #own: string[] = []
  #saving = 0
  /** Grows with all that makes an answer to an earlier question old. */
  #age = 0

  /** @param isTold  the server has had that text */
  constructor(text: string, isTold = false) {
    this.#text = text
    if (isTold) this.#shared = text
  }

  /** What is to be shown. */
  get text(): string {
    return this.#text
  }

  /** The server has it, as far as is known. */
  get isTold(): boolean {
    return this.#text === this.#shared && this.#saving === 0
  }

  write(text: string): void {
    this.#text = text
    this.#isWritten = true
    this.#age += 1
  }

  /** What the server is to be told now; null where it has that. It counts as told, until `failed`. */
  toSave(): string | null {
    const isKnown = this.#shared === null ? !this.#isWritten && this.#text === '' : this.#text === this.#shared
    if (isKnown) return null
    this.#shared = this.#text
    this.#isWritten = false
    this.#own = [...this.#own, this.#text].slice(-mostTold)
    this.#saving += 1
    this.#age += 1
    return this.#text
  }

  /** What `toSave` gave has arrived, or has not. */
  saved(hasArrived: boolean): void {
    this.#saving -= 1
    this.#age += 1
    if (hasArrived) return
    this.#shared = null
    this.#isWritten = true
  }

  /** To be given back with the answer. The server is asked while something is on its way: its answer may be of before that. */
  ask(): number | null {
    return this.#saving > 0 ? null : this.#age
  }

  /** What is to be shown from now on; null where that stays, as where something was written or saved since it was asked for. */
  answered(asked: number | null, found: string): string | null {
    return asked === this.#age ? this.#take(found) : null
  }

  /** The same of what an event tells: what was saved here is no news when it comes back. */
  told(found: string): string | null {
    const at = this.#own.indexOf(found)
    if (at < 0) return this.#take(found)
    this.#own = this.#own.slice(at + 1)
    return null
  }

  /** What was written here and not told yet is newer in the eyes of whoever wrote it. */
  #take(found: string): string | null {
    const isUntouched = this.#shared === null ? !this.#isWritten && this.#text === '' : this.#text === this.#shared
    this.#shared = found
    if (!isUntouched || found === this.#text) return null
    this.#text = found
    return found
  }
}
