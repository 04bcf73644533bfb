import { randomUUID } from 'node:crypto'
import type { Database } from '../../platform/database/index.ts'
import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import type { Subgraph } from '../../platform/subgraph/index.ts'
import type { Logger } from '../../platform/telemetry/index.ts'
import type { Publisher } from '../../platform/timeline/index.ts'
import { createMessagesSubgraph, type FileParts } from '../../subgraphs/messages/index.ts'
import { Person } from '../../tests/harness/person.ts'
import type { Place } from '../../tests/harness/place.ts'
import { rateOf, type Rate } from '../statistics.ts'

export interface SendRates {
  /** 64 senders in one conversation. */
  shared: Rate
  /** The same, with one transaction per send. */
  sharedOnePerTransaction: Rate
  /** 64 senders, each in a conversation of their own. */
  separate: Rate
}

interface Parts {
  place: Place
  database: Database
  verifier: TokenVerifier
  publisher: Publisher
  logger: Logger
  files: FileParts
}

const SENDERS = 64

/** Sends at the subgraph itself: what HTTP costs is the same for every peer and would hide what is compared. */
export async function measureRates(parts: Parts, sends: number): Promise<SendRates> {
  const people = await Promise.all(Array.from({ length: SENDERS }, (_, n) => Person.guest(parts.place, `Sender ${n}`)))
  const one = await people[0]!.startGroup('One', people.slice(1))
  const many = await Promise.all(people.map((person) => person.startGroup('Own')))
  const batched = createMessagesSubgraph(parts)
  // The peer: the same code and statements, each send in a transaction of its own.
  const single = createMessagesSubgraph({ ...parts, sendQueue: { batchSize: 1 } })
  const run = (subgraph: Subgraph, count: number, conversationOf: (worker: number) => string) =>
    rateOf(SENDERS, count, (worker, unit) => send(subgraph, people[worker]!, conversationOf(worker), unit))
  await run(batched, SENDERS * 4, (worker) => many[worker]!)
  const rates = {
    shared: await run(batched, sends, () => one),
    sharedOnePerTransaction: await run(single, Math.ceil(sends / 4), () => one),
    separate: await run(batched, sends, (worker) => many[worker]!),
  }
  await Promise.all([batched.close(), single.close()])
  return rates
}

async function send(subgraph: Subgraph, person: Person, conversationId: string, unit: number): Promise<void> {
  const { errors } = await subgraph.execute({
    query: 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id seq } } }',
    variables: { input: { conversationId, text: `Message ${unit} of ordinary length`, clientMessageId: randomUUID() } },
    authorization: `Bearer ${person.accessToken}`,
  })
  if (errors) throw new Error(JSON.stringify(errors))
}
