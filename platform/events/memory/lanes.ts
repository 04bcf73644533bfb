import { Unavailable } from '../../errors.ts'

interface Waiting<E> {
  event: E
  resolve(): void
  reject(error: unknown): void
}

/**
 * Queues, one per key. A key is worked on by one run at a time, which takes what waits for it; different keys go on side
 * by side, `concurrency` at most. A key without events costs nothing.
 */
export class Lanes<E> {
  private readonly lanes = new Map<string, Waiting<E>[]>()
  /** Keys with events, in the order in which they get their turn. */
  private readonly ready: string[] = []
  private readonly running = new Set<Promise<void>>()
  private readonly work: (run: readonly E[]) => Promise<number>
  private readonly bounds: { run: number; concurrency: number }
  private closed = false

  /** `work` resolves with how many events of the run, from the front, are done. */
  constructor(work: (run: readonly E[]) => Promise<number>, bounds: { run: number; concurrency: number }) {
    this.work = work
    this.bounds = bounds
  }

  /** Resolves once the event is done; rejects with UNAVAILABLE when the lanes were closed before. */
  push(key: string, event: E): Promise<void> {
    if (this.closed) return Promise.reject(closing())
    return new Promise((resolve, reject) => {
      const waiting = { event, resolve, reject }
      const lane = this.lanes.get(key)
      if (lane) return void lane.push(waiting)
      this.lanes.set(key, [waiting])
      this.ready.push(key)
      // One turn later: events of one append travel in one run.
      queueMicrotask(() => this.start())
    })
  }

  /** Refuses what still waits, and resolves once the runs in hand have ended. */
  async close(): Promise<void> {
    this.closed = true
    await Promise.all(this.running)
    for (const lane of this.lanes.values()) for (const waiting of lane) waiting.reject(closing())
    this.lanes.clear()
  }

  private start(): void {
    while (!this.closed && this.running.size < this.bounds.concurrency && this.ready.length > 0) {
      const key = this.ready.shift()!
      const running = this.runOnce(key).finally(() => {
        this.running.delete(running)
        this.start()
      })
      this.running.add(running)
    }
  }

  private async runOnce(key: string): Promise<void> {
    const lane = this.lanes.get(key)!
    const run = lane.splice(0, this.bounds.run)
    const done = await this.work(run.map(({ event }) => event))
    run.forEach((waiting, index) => (index < done ? waiting.resolve() : waiting.reject(closing())))
    if (lane.length > 0) this.ready.push(key)
    else this.lanes.delete(key)
  }
}

const closing = () => new Unavailable('The consumer of this event is stopping.')
