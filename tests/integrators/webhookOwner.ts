import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { registered } from './integrator.ts'
import { Receiver } from './receiver.ts'

const fields = 'id name url eventTypes state deliveredRev lag failures nextAttemptAt owner { id }'

export interface Webhook {
  id: string
  state: string
  deliveredRev: number
  lag: number
  failures: number
  nextAttemptAt: string | null
  owner: { id: string }
}

export interface SeenAttempt {
  deliveryId: string
  rev: number
  status: number | null
  error: string | null
}

/** A system whose webhooks may go to this machine, and Ada, who has some. */
export class WebhookOwner {
  readonly system: TestSystem
  readonly ada: Person
  readonly bob: Person
  readonly #receivers: Receiver[] = []

  private constructor(system: TestSystem, ada: Person, bob: Person) {
    this.system = system
    this.ada = ada
    this.bob = bob
  }

  /** `timeoutMs`: after which an endpoint that hangs is given up; what was answered later comes again. */
  static async start({ timeoutMs = 30_000 } = {}): Promise<WebhookOwner> {
    const system = await TestSystem.start({
      PARLEY_WEBHOOK_ENDPOINTS: 'any',
      PARLEY_WEBHOOK_TIMEOUT_MS: String(timeoutMs),
      PARLEY_WEBHOOK_PAUSE_AFTER: '3',
    })
    return new WebhookOwner(system, await registered(system, 'Ada'), await Person.guest(system, 'Bob'))
  }

  async listen(): Promise<Receiver> {
    const receiver = await new Receiver().listen()
    this.#receivers.push(receiver)
    return receiver
  }

  async createWebhook(conversationId: string, url: string, more: object = {}, person = this.ada) {
    const mutation = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { ${fields} } } }`
    const input = { conversationId, url, name: 'Test', ...more }
    const { secret, webhook } = (await person.get(mutation, { input })).createWebhook
    return { secret: secret as string, ...(webhook as Webhook) }
  }

  /** A mutation that gives the webhook. */
  async change(name: string, input: object): Promise<Webhook> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`
    const mutation = `mutation ($input: ${type}) { ${name}(input: $input) { webhook { ${fields} } } }`
    return (await this.ada.get(mutation, { input }))[name].webhook
  }

  async read(id: string): Promise<Webhook> {
    return (await this.ada.get(`query ($id: ID!) { webhook(id: $id) { ${fields} } }`, { id })).webhook
  }

  /** The newest first. */
  async attempts(id: string): Promise<SeenAttempt[]> {
    const query = `query ($id: ID!) { webhook(id: $id) { attempts(first: 100) {
      edges { node { deliveryId rev eventType status latencyMs error } } } } }`
    const { webhook } = await this.ada.get(query, { id })
    return webhook.attempts.edges.map(({ node }: { node: SeenAttempt }) => node)
  }

  async revOf(conversationId: string): Promise<number> {
    const query = 'query ($id: ID!) { conversation(id: $id) { rev } }'
    return (await this.ada.get(query, { id: conversationId })).conversation.rev
  }

  /** A conversation that a webhook follows from its beginning. */
  async followed(more: object = {}) {
    const receiver = await this.listen()
    const conversationId = await this.ada.startGroup('Hooks', [this.bob])
    const webhook = await this.createWebhook(conversationId, receiver.url, { after: 0, ...more })
    return { receiver, conversationId, webhook }
  }

  async closeReceivers(): Promise<void> {
    await Promise.all(this.#receivers.splice(0).map((receiver) => receiver.close()))
  }
}

export const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)
