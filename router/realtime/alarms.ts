/** Who is woken. */
interface Sleeper {
  wake(): void
}

/** In milliseconds: nobody is woken before its time, and nobody later than so long after it. */
const stepMs = 100

/** Wakes many, each at its time, with one timer: one for each would be a good part of what an idle connection holds. */
export class Alarms {
  /** By the step in which they are due. */
  readonly #due = new Map<number, Set<Sleeper>>()
  #timer: NodeJS.Timeout | undefined
  #next = Infinity

  /** `at`: in milliseconds since 1970. A time that is past is soon. */
  set(at: number, sleeper: Sleeper): void {
    const step = stepOf(at)
    const others = this.#due.get(step)
    if (others) others.add(sleeper)
    else this.#due.set(step, new Set([sleeper]))
    if (step < this.#next) this.#schedule(step)
  }

  /** `at`: what it was set to. */
  clear(at: number, sleeper: Sleeper): void {
    const step = stepOf(at)
    const those = this.#due.get(step)
    if (those?.delete(sleeper) && those.size === 0) this.#due.delete(step)
  }

  #schedule(step: number): void {
    clearTimeout(this.#timer)
    this.#next = step
    if (step === Infinity) return
    // setTimeout holds no longer waits: it is looked again then.
    const ms = Math.min(Math.max(step * stepMs - Date.now(), 0), 2 ** 31 - 1)
    this.#timer = setTimeout(() => this.#wake(), ms).unref()
  }

  #wake(): void {
    const now = Date.now()
    for (const [step, those] of this.#due) {
      if (step * stepMs > now) continue
      this.#due.delete(step)
      for (const sleeper of those) sleeper.wake()
    }
    let next = Infinity
    for (const step of this.#due.keys()) next = Math.min(next, step)
    this.#schedule(next)
  }
}

const stepOf = (at: number): number => Math.ceil(at / stepMs)
