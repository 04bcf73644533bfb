/** What a client asks for, and what it gets: the message, or the code of the error. */
import type { SubgraphResult } from '../../../platform/subgraph/index.ts'
import type { User, World } from './world.ts'

export interface SeenMessage {
  id: string
  seq: number
  text: string
  clientMessageId: string
  createdAt: string
  sender: { id: string }
  conversation: { id: string }
}

export interface SeenPage {
  edges: { cursor: string; node: SeenMessage }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
}

const fields = 'id seq text clientMessageId createdAt sender { id } conversation { id }'
const sendMessage = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { ${fields} } } }`
const message = `query ($id: ID!) { message(id: $id) { ${fields} } }`
const messages = `query ($of: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String, $fromSeq: Int, $around: ID,
  $from: DateTime, $to: DateTime) {
  _entities(representations: $of) { ... on Conversation {
    messages(first: $first, after: $after, last: $last, before: $before, fromSeq: $fromSeq, around: $around, from: $from, to: $to) {
      edges { cursor node { ${fields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  } }
}`
const openTopic = `query ($arguments: _Any!, $after: Int, $limit: Int!) {
  _openTopic(field: "conversationEvents", arguments: $arguments, after: $after, limit: $limit) { rev events more }
}`

/** The code of the first error; undefined when there is none. */
export const codeOf = (result: SubgraphResult) => result.errors?.[0]?.extensions?.code as string | undefined

export const conversationRef = (id: string) => ({ __typename: 'Conversation', id })

export interface Sending {
  conversationId: string
  clientMessageId: string
  text: string
  replyToId?: string
  threadRootId?: string
}

/** Resolves with the stored message. Rejects with the error's code as its message. */
export async function send(world: World, sender: User, input: Sending): Promise<SeenMessage> {
  const result = await world.ask(sendMessage, { input }, sender)
  return dataOf<{ sendMessage: { message: SeenMessage } }>(result).sendMessage.message
}

/** The same, as a value in both cases. */
export const trySend = (world: World, sender: User, input: Sending): Promise<SeenMessage | string> =>
  send(world, sender, input).catch((error: Error) => error.message)

export async function readMessage(world: World, reader: User | undefined, id: string): Promise<SeenMessage | null> {
  return dataOf<{ message: SeenMessage | null }>(await world.ask(message, { id }, reader)).message
}

export async function readPage(
  world: World,
  reader: User,
  conversationId: string,
  args: {
    first?: number
    after?: string | null
    last?: number
    before?: string | null
    fromSeq?: number
    around?: string
    from?: string
    to?: string
  } = {},
): Promise<SeenPage> {
  const result = await world.ask(messages, { of: [conversationRef(conversationId)], ...args }, reader)
  return dataOf<{ _entities: { messages: SeenPage }[] }>(result)._entities[0]!.messages
}

/** The whole conversation, page by page. */
export async function readAll(world: World, reader: User, conversationId: string): Promise<SeenMessage[]> {
  const all: SeenMessage[] = []
  for (let after: string | null = null; ;) {
    const page: SeenPage = await readPage(world, reader, conversationId, { first: 100, after })
    all.push(...page.edges.map(({ node }) => node))
    if (!page.pageInfo.hasNextPage) return all
    after = page.pageInfo.endCursor
  }
}

export interface Opening {
  rev: number
  more: boolean
  events: { topic: string; rev: number; payload: { __typename: string; rev: number } }[]
}

export async function openTopicOf(
  world: World,
  viewer: User | undefined,
  conversationId: string,
  { after, limit = 100 }: { after?: number; limit?: number } = {},
): Promise<Opening> {
  const result = await world.ask(openTopic, { arguments: { conversationId }, after, limit }, viewer)
  return dataOf<{ _openTopic: Opening }>(result)._openTopic
}

/** A mutation that takes one input and gives a message. Resolves with the selection of it; rejects with the error's code. */
export async function change<T = SeenMessage & { version: number; deletedAt: string | null; editedAt: string | null }>(
  world: World,
  user: User | undefined,
  name: string,
  input: Record<string, unknown>,
  selection = `message { ${fields} version editedAt deletedAt }`,
  type = `${name[0]!.toUpperCase()}${name.slice(1).replace('ForMe', '')}Input`,
): Promise<T> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`
  const data = dataOf<Record<string, { message: T }>>(await world.ask(query, { input }, user))
  return data[name]!.message
}

/** The code that `work` is refused with. */
export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: Error) => error.message,
  )

export function dataOf<T>(result: SubgraphResult): T {
  if (result.errors) throw new Error(codeOf(result), { cause: result.errors })
  return result.data as T
}
