/** Lets a loop sleep until somebody rings, or some time has passed. A ring while nobody sleeps is heard by the next. */
export class Bell {
  #rung = false
  #wakeUp: (() => void) | undefined

  ring(): void {
    this.#rung = true
    this.#wakeUp?.()
  }

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#rung || signal.aborted) {
      this.#rung = false
      return
    }
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        this.#wakeUp = undefined
        resolve()
      }
      const timer = setTimeout(end, ms)
      signal.addEventListener('abort', end, { once: true })
      this.#wakeUp = end
    })
    this.#rung = false
  }
}
