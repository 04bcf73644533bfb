import { takePorts } from '../../docker/services/ports.ts'
import { ParleyProcess, type Environment } from './parleyProcess.ts'
import { Place } from './place.ts'
import { freshPlace } from './system.ts'

/**
 * Parley as an operator runs it: a process for every role, two of those that serve many, on MySQL, Redis and Kafka and on
 * data of its own. Each router has a messages subgraph of its own behind it, so that both write at once.
 */
export class Processes {
  readonly routers: readonly [ParleyProcess, ParleyProcess]
  readonly messages: readonly [ParleyProcess, ParleyProcess]
  readonly fanouts: readonly [ParleyProcess, ParleyProcess]
  readonly users: ParleyProcess
  readonly conversations: ParleyProcess
  readonly relay: ParleyProcess
  /** What every process is given: for one more. */
  readonly environment: Environment
  readonly #remove: () => Promise<void>

  private constructor(place: Environment, ports: number[], remove: () => Promise<void>) {
    // Webhooks go to receivers on this machine.
    const environment = { PARLEY_LOG_LEVEL: 'warn', PARLEY_WEBHOOK_ENDPOINTS: 'any', ...place }
    this.environment = environment
    const process = (role: ParleyProcess['role'], more: Environment = {}) =>
      new ParleyProcess(role, ports.shift()!, { ...environment, ...more })
    this.#remove = remove
    const [, conversationsPort] = ports
    const behindConversations = { PARLEY_SUBGRAPH_CONVERSATIONS_URL: `http://127.0.0.1:${conversationsPort}/graphql` }
    this.users = process('subgraph users', behindConversations)
    const behindUsers = { PARLEY_SUBGRAPH_USERS_URL: `${this.users.url}/graphql` }
    this.conversations = process('subgraph conversations', behindUsers)
    this.messages = [process('subgraph messages', behindUsers), process('subgraph messages', behindUsers)]
    const router = (messages: ParleyProcess) =>
      process('router', {
        ...behindUsers,
        ...behindConversations,
        PARLEY_SUBGRAPH_MESSAGES_URL: `${messages.url}/graphql`,
      })
    this.routers = [router(this.messages[0]), router(this.messages[1])]
    this.fanouts = [process('worker fanout'), process('worker fanout')]
    this.relay = process('worker relay')
  }

  /** Resolves when every process is ready. `variables`: for all of them. */
  static async start(variables: Environment = {}): Promise<Processes> {
    const { environment, remove } = await freshPlace()
    const processes = new Processes({ ...environment, ...variables }, await takePorts(9), remove)
    try {
      await processes.startMissing()
      return processes
    } catch (error) {
      await processes.end()
      throw error
    }
  }

  get all(): ParleyProcess[] {
    const { users, conversations, messages, routers, fanouts, relay } = this
    return [users, conversations, ...messages, ...routers, ...fanouts, relay]
  }

  /** The two doors. */
  get places(): [Place, Place] {
    return [new Place(this.routers[0].url), new Place(this.routers[1].url)]
  }

  /** Starts what does not run; resolves when all are ready. */
  async startMissing(): Promise<void> {
    await Promise.all(this.all.map((process) => (process.isRunning ? process.ready() : process.start())))
  }

  /** Ends every process, and deletes the data. */
  async end(): Promise<void> {
    await Promise.all(this.all.map((process) => process.kill()))
    await this.#remove()
  }
}
