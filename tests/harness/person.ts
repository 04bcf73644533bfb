import { randomUUID } from 'node:crypto'
import { Listener, type ListenOptions } from './listener.ts'
import type { Answer, Place } from './place.ts'

export interface Message {
  id: string
  seq: number
  text: string
  sender: { name: string }
}

interface SessionAnswer {
  accessToken: string
  refreshToken: string
  user: { id: string; name: string }
}

const MESSAGE = 'id seq text clientMessageId sender { id name }'
const SESSION = 'session { accessToken refreshToken user { id name } }'

/** Someone who uses the public API as an app would: HTTP for queries and mutations, graphql-ws for subscriptions. */
export class Person {
  readonly name: string
  readonly id: string
  accessToken: string
  refreshToken: string
  readonly place: Place

  private constructor(place: Place, session: SessionAnswer) {
    this.place = place
    this.accessToken = session.accessToken
    this.refreshToken = session.refreshToken
    this.id = session.user.id
    this.name = session.user.name
  }

  static async guest(place: Place, name: string): Promise<Person> {
    const mutation = `mutation ($name: String!) { continueAsGuest(input: {name: $name}) { ${SESSION} } }`
    const { data, errors } = await place.graphql(mutation, { name })
    if (!data) throw new Error(JSON.stringify(errors))
    return new Person(
      place,
      (data as unknown as { continueAsGuest: { session: SessionAnswer } }).continueAsGuest.session,
    )
  }

  /** The same person, with the same session, at the door of another router. */
  at(place: Place): Person {
    return new Person(place, { ...this, user: { id: this.id, name: this.name } })
  }

  /** The whole answer, errors included. */
  ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    return this.place.graphql(query, variables, { authorization: `Bearer ${this.accessToken}` })
  }

  /** The data of an answer that must have no errors. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads any shape it asked for
  async get(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const { data, errors } = await this.ask(query, variables)
    if (errors) throw new Error(`${this.name}: ${JSON.stringify(errors)}`)
    return data
  }

  /** The code of the first error. */
  async refusal(query: string, variables: Record<string, unknown> = {}): Promise<string | undefined> {
    return (await this.ask(query, variables)).errors?.[0]?.extensions.code
  }

  async startGroup(title: string, others: Person[] = []): Promise<string> {
    const { createGroup } = await this.get(
      'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { conversation { id } } }',
      { input: { title, memberIds: others.map(({ id }) => id) } },
    )
    return createGroup.conversation.id
  }

  static readonly sendMutation = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { ${MESSAGE} } } }`

  async send(conversationId: string, text: string, clientMessageId: string = randomUUID()): Promise<Message> {
    const input = { conversationId, text, clientMessageId }
    return (await this.get(Person.sendMutation, { input })).sendMessage.message
  }

  /** Every message, oldest first, read page by page. */
  async history(conversationId: string, pageSize = 100): Promise<Message[]> {
    const query = `query ($id: ID!, $first: Int!, $after: String) {
      conversation(id: $id) { messages(first: $first, after: $after) { edges { node { ${MESSAGE} } } pageInfo { hasNextPage endCursor } } } }`
    const found: Message[] = []
    for (let after: string | null = null, more = true; more;) {
      const { conversation } = await this.get(query, { id: conversationId, first: pageSize, after })
      found.push(...conversation.messages.edges.map(({ node }: { node: Message }) => node))
      after = conversation.messages.pageInfo.endCursor
      more = conversation.messages.pageInfo.hasNextPage
    }
    return found
  }

  async remove(conversationId: string, other: Person): Promise<void> {
    await this.get('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { conversation { id } } }', {
      input: { conversationId, userId: other.id },
    })
  }

  /** Opens `conversationEvents` on a socket of its own. */
  listen(conversationId: string, options: ListenOptions = {}): Promise<Listener> {
    return Listener.open(this.place, () => this.accessToken, conversationId, options)
  }
}
