import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layFoundation, type Foundation } from '../../cli/foundation.ts'
import { startAll, type System } from '../../cli/roles/all.ts'
import { readConfig, type VariableName } from '../../platform/config/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { openTestDatabase } from '../../platform/database/testDatabase.ts'
import { Place } from './place.ts'

/** A whole Parley in this process, which can be stopped and started again on the same data. */
export class TestSystem extends Place {
  #running: Running
  readonly #environment: Partial<Record<VariableName, string>>
  readonly #remove: () => Promise<void>

  private constructor(
    running: Running,
    environment: Partial<Record<VariableName, string>>,
    remove: () => Promise<void>,
  ) {
    super(`http://127.0.0.1:${running.system.port}`)
    this.#running = running
    this.#environment = { ...environment, PORT: String(running.system.port) }
    this.#remove = remove
  }

  /** On the embedded parts, or on MySQL, Redis and Kafka when the suites run on services; on data of its own. */
  static async start(variables: Partial<Record<VariableName, string>> = {}): Promise<TestSystem> {
    const { environment, remove } = await freshPlace()
    const quiet = { PORT: '0', PARLEY_HOST: '127.0.0.1', PARLEY_LOG_LEVEL: 'silent', PARLEY_DRAIN_MS: '100' }
    const all = { ...quiet, ...environment, ...variables }
    return new TestSystem(await run(all), all, remove)
  }

  /** What the roles stand on, for a benchmark that measures a part alone. */
  get parts(): { foundation: Foundation; verifier: System['verifier'] } {
    const { foundation, system } = this.#running
    return { foundation, verifier: system.verifier }
  }

  get databases(): Running['databases'] {
    return this.#running.databases
  }

  /** Statements that the conversations database has had so far. */
  get statements(): number {
    return this.databases.conversations.statements
  }

  /** Statements that both databases have had so far. */
  get allStatements(): number {
    return this.statements + this.databases.users.statements
  }

  async restart(): Promise<void> {
    await this.#running.system.close()
    this.#running = await run(this.#environment)
  }

  async stop(): Promise<void> {
    await this.#running.system.close()
    await this.#remove()
  }
}

interface Running {
  foundation: Foundation
  system: System
  databases: Record<'users' | 'conversations', Database>
}

async function run(environment: Partial<Record<VariableName, string>>): Promise<Running> {
  const config = readConfig({}, environment)
  const foundation = layFoundation(config)
  const system = await startAll(config, foundation)
  const [users, conversations] = [await foundation.database('users'), await foundation.database('conversations')]
  return { foundation, system, databases: { users, conversations } }
}

/** A suite asks more in a minute than people do. */
const unlimited = {
  PARLEY_RATE_QUERIES: '0',
  PARLEY_RATE_MUTATIONS: '0',
  PARLEY_RATE_SUBSCRIPTIONS: '0',
  PARLEY_RATE_PRICE: '0',
  PARLEY_RATE_ADDRESS: '0',
}

/** Where one suite's data lives: a folder, or databases and a namespace of its own. */
export async function freshPlace(): Promise<{
  environment: Partial<Record<VariableName, string>>
  remove(): Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  if (process.env.PARLEY_TEST_SERVICES !== '1') {
    return { environment: { PARLEY_DATA: folder, ...unlimited }, remove: async () => removeFolder() }
  }
  const [users, conversations] = await Promise.all([openTestDatabase('users'), openTestDatabase('conversations')])
  const environment = {
    ...unlimited,
    PARLEY_DATA: folder,
    PARLEY_USERS_DATABASE_URL: users.url,
    PARLEY_CONVERSATIONS_DATABASE_URL: conversations.url,
    PARLEY_REDIS_URL: process.env.PARLEY_REDIS_URL!,
    PARLEY_KAFKA_BROKERS: process.env.PARLEY_KAFKA_BROKERS!,
    PARLEY_NAMESPACE: `test-${randomBytes(4).toString('hex')}`,
  }
  return {
    environment,
    remove: async () => {
      await Promise.all([users.drop(), conversations.drop()])
      removeFolder()
    },
  }
}
