/** The place of one that is under way. */
export interface Place {
  /** It is done. Again does nothing. */
  leave(): void
}

class Link<T> implements Place {
  value: T | undefined
  before: Link<T> | undefined
  after: Link<T> | undefined

  constructor(value: T | undefined) {
    this.value = value
  }

  leave(): void {
    const { before, after } = this
    if (!before || !after) return
    before.after = after
    after.before = before
    // Whoever still has this place holds nothing by it.
    this.value = this.before = this.after = undefined
  }
}

/**
 * Those under way, the one that came first at the front.
 *
 * For what comes and goes thousands of times a second a Set is dear: it moves to a new table every few additions, and the
 * table that it leaves names who was in it then, and leads to the next. As soon as one of these is old, the collector
 * of young objects takes all later ones for alive, with what they name: requests long answered fill the heap until the
 * whole of it is collected.
 */
export class UnderWay<T> {
  readonly #ends = new Link<T>(undefined)

  constructor() {
    this.#ends.before = this.#ends.after = this.#ends
  }

  add(value: T): Place {
    const link = new Link(value)
    const last = this.#ends.before!
    link.before = last
    link.after = this.#ends
    last.after = this.#ends.before = link
    return link
  }

  get first(): T | undefined {
    return this.#ends.after!.value
  }

  /** Takes the first away, where there is one. */
  shift(): void {
    const { after } = this.#ends
    if (after !== this.#ends) after!.leave()
  }

  /** All of now. */
  values(): T[] {
    const all: T[] = []
    for (let link = this.#ends.after!; link !== this.#ends; link = link.after!) all.push(link.value!)
    return all
  }
}
