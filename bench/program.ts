import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A program of a benchmark in a process of its own: one command at a time, each answered with a report. */
export class Program<Command extends object> {
  readonly #child: ChildProcess
  /** The first message. */
  readonly started: Promise<unknown>

  /** `file`: as `new URL('./load.ts', import.meta.url)` gives it. */
  constructor(file: URL, args: readonly string[] = [], execArgv: readonly string[] = []) {
    this.#child = fork(fileURLToPath(file), args, { execArgv: ['--disable-warning=ExperimentalWarning', ...execArgv] })
    this.started = this.#answer(60_000)
  }

  get pid(): number {
    return this.#child.pid!
  }

  async tell<Report>(command: Command, timeoutMs = 120_000): Promise<Report> {
    const answer = this.#answer(timeoutMs)
    this.#child.send(command)
    return (await answer) as Report
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return
    const exit = once(this.#child, 'exit')
    this.#child.disconnect()
    await exit
  }

  async #answer(timeoutMs: number): Promise<unknown> {
    const waiting = new AbortController()
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), waiting.signal])
    const ended = once(this.#child, 'exit', { signal }).then(() => {
      throw new Error('A program of the benchmark ended.')
    })
    try {
      const [message] = await Promise.race([once(this.#child, 'message', { signal }), ended])
      return message
    } finally {
      ended.catch(() => undefined)
      waiting.abort()
    }
  }
}
