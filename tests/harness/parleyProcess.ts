import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Role, VariableName } from '../../platform/config/index.ts'
import { until } from '../../platform/time/until.ts'

const parley = fileURLToPath(new URL('../../cli/parley.ts', import.meta.url))
/** Characters of its output that are kept, to say why it ended. */
const keptOutput = 4_000

export type Environment = Partial<Record<VariableName, string>>

/** One role in a process of its own, which can be killed and started again on the same port. */
export class ParleyProcess {
  readonly role: Role
  readonly port: number
  readonly #environment: Environment
  #child: ChildProcess | undefined
  #output = ''

  constructor(role: Role, port: number, environment: Environment) {
    this.role = role
    this.port = port
    this.#environment = { ...environment, PORT: String(port), PARLEY_HOST: '127.0.0.1' }
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** The last of what it wrote. */
  get output(): string {
    return this.#output
  }

  /** Resolves when it says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [parley, ...this.role.split(' ')], {
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const keep = (text: string) => (this.#output = (this.#output + text).slice(-keptOutput))
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    this.#child = child
    await this.ready()
  }

  /** Resolves when it answers, and reaches what it stands on. */
  async ready(): Promise<void> {
    const isReady = async () => {
      if (!this.isRunning) throw new Error(`parley ${this.role} has ended:\n${this.#output}`)
      const answer = await fetch(`${this.url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
      // While it starts, asking without a pause would take as much of a busy machine as starting.
      return answer || wait(100, false)
    }
    await until(isReady, () => `parley ${this.role} is not ready:\n${this.#output}`)
  }

  /** `kill -9`, or another signal; resolves when it is gone, with SIGSTOP at once: its connections stay, and nothing is answered. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.isRunning) return
    const gone = once(this.#child!, 'exit')
    this.#child!.kill(signal)
    if (signal !== 'SIGSTOP') await gone
  }

  /** Lets it go on after SIGSTOP; resolves when it is ready. */
  wake(): Promise<void> {
    this.#child?.kill('SIGCONT')
    return this.ready()
  }

  /** The value of one of its counters, all labels together; 0 where it has none of that name. */
  async counter(name: string): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text()
    const values = text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'))
    return [...values].reduce((sum, [, value]) => sum + Number(value), 0)
  }
}
