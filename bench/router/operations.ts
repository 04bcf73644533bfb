import { Person } from '../../tests/harness/person.ts'
import type { Place } from '../../tests/harness/place.ts'
import { shopQuery } from './graphs.ts'

/** A request as clients send it. */
export interface Request {
  readonly query: string
  readonly variables: Record<string, unknown>
}

export interface Asked {
  readonly requests: Record<string, Request>
  readonly authorization: string | undefined
}

const inbox = `query Inbox {
  me { id name }
  inbox(first: 10) { edges { node { id title unreadCount kind lastActivityAt
    messages(last: 5) { edges { node { id seq text createdAt sender { id name avatarUrl } } } } } } }
}`
const history = `query History($id: ID!) {
  conversation(id: $id) { messages(last: 20) {
    edges { node { id seq text createdAt sender { id name handle avatarUrl } } } pageInfo { hasPreviousPage startCursor } } }
}`

/** The names of what is measured on each graph. */
export const chatOperations = { field: 'one field', history: 'history of 20', inbox: 'inbox 10 × 5' } as const
export const shopOperation = 'shop'

/** The one field's request to its subgraph, for the bare proxy. */
export const oneField = '{ me { name } }'

/** Ten conversations of seven people with thirty messages each, and what one of them asks. */
export async function seedChat(place: Place): Promise<Asked> {
  const people: Person[] = []
  for (let n = 0; n < 7; n++) people.push(await Person.guest(place, `Person ${n}`))
  const [viewer, ...others] = people
  let id = ''
  for (let n = 0; n < 10; n++) {
    id = await viewer!.startGroup(`Conversation ${n}`, others)
    for (let seq = 0; seq < 30; seq++)
      await people[(n + seq) % 7]!.send(id, `Message ${seq}: see you at the usual place, a little after eight.`)
  }
  return {
    authorization: `Bearer ${viewer!.accessToken}`,
    requests: {
      [chatOperations.field]: { query: oneField, variables: {} },
      [chatOperations.history]: { query: history, variables: { id } },
      [chatOperations.inbox]: { query: inbox, variables: {} },
    },
  }
}

export const askShop = (): Asked => ({
  authorization: undefined,
  requests: { [shopOperation]: { query: shopQuery, variables: {} } },
})

/** The same operation as one that nobody has asked before: an alias makes it new. */
export const asNew = ({ query, variables }: Request, n: number): Request => ({
  query: query.replace('edges {', `new${n}: edges {`).replace('{ me { name } }', `{ me { new${n}: name } }`),
  variables,
})
