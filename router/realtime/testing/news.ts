/**
 * The edge of the engine in its suites: newsrooms whose change logs are kept in memory, and a graph of one schema that
 * shows them. Rooms have members; a room's log is the authority on its events, as a subgraph's would be.
 */
import { execute, getArgumentValues, getOperationAST, getVariableValues, buildSchema, parse, validate } from 'graphql'
import type { FieldNode } from 'graphql'
import { BadUserInput, Forbidden, Unauthenticated, Unavailable } from '../../../platform/errors.ts'
import type { PubSub } from '../../../platform/events/pubsub.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { digestOf } from './digest.ts'
import { Room, type Rooms } from './room.ts'
import { Answer } from '../../supergraph/index.ts'
import type { LiveOperation, PreparedOperation, RequestContext, Supergraph } from '../../supergraph/index.ts'

const schema = buildSchema(/* GraphQL */ `
  type Query {
    hello(name: String = "world"): String!
    whoAmI: String
    never: String
  }
  type Mutation {
    publish(room: ID!, text: String!): Int!
  }
  type Subscription {
    news(room: ID!, after: Int): News
    "What happens in all rooms of the viewer, and at their desk."
    digest(after: [String!]): News
  }
  interface News {
    rev: Int!
  }
  type Story implements News {
    rev: Int!
    text: String!
    "Differs from viewer to viewer."
    reader: String
  }
  type Resync implements News {
    rev: Int!
  }
`)

/** The rooms, what was asked of them, and the graph that shows them. */
export class Newsroom implements Supergraph, Rooms {
  readonly apiSchema = schema
  readonly rooms = new Map<string, Room>()
  readonly opened: { room: string; after: number | undefined; viewer: string | undefined }[] = []
  bundlesOpened = 0
  /** Rooms that a digest names at most: those in which most has happened. */
  roomsInDigest = Infinity
  /** It is an owner that names each topic of a digest twice. */
  namesTwice = false
  readonly resolved: { rev: number; viewer: string | undefined }[] = []
  /** Awaited by every resolution: suites hold it back to see what happens meanwhile. */
  beforeResolving: (rev: number) => Promise<void> | void = () => undefined
  /** Viewers whose token has ended. */
  readonly expired = new Set<string>()
  beforeOpening: () => Promise<void> | void = () => undefined
  readonly #pubsub: PubSub | undefined
  readonly #prepared = new Map<string, PreparedOperation>()

  constructor(pubsub?: PubSub) {
    this.#pubsub = pubsub
  }

  room(name: string): Room {
    const room = this.rooms.get(name) ?? new Room(name)
    this.rooms.set(name, room)
    return room
  }

  /** Appends and publishes. */
  async publish(room: string, text: string, endsFor?: string[]): Promise<TopicEvent> {
    const event = this.room(room).append(text, endsFor)
    await this.#pubsub?.publish(event.topic, JSON.stringify(event))
    return event
  }

  prepare(query: string, operationName?: string) {
    const known = this.#prepared.get(`${operationName} ${query}`)
    if (known) return known
    try {
      const document = parse(query)
      const errors = validate(schema, document)
      const operation = getOperationAST(document, operationName)
      if (errors.length > 0 || !operation) return { errors }
      const prepared: PreparedOperation = { kind: operation.operation, document, operation }
      const live = operation.operation === 'subscription' ? { live: this.#live(prepared) } : {}
      this.#prepared.set(`${operationName} ${query}`, { ...prepared, ...live })
      return { ...prepared, ...live }
    } catch (error) {
      return { errors: [error as never] }
    }
  }

  async execute(
    { document, operation }: PreparedOperation,
    variables: Record<string, unknown>,
    context: RequestContext,
  ) {
    const rootValue = {
      hello: ({ name }: { name: string }) => `Hello ${name}`,
      whoAmI: () => context.viewer?.userId,
      never: () => new Promise<never>((_resolve, reject) => context.signal?.addEventListener('abort', reject)),
      publish: async ({ room, text }: { room: string; text: string }) => (await this.publish(room, text)).rev,
    }
    return answer({ document, operation }, rootValue, variables)
  }

  #live({ document, operation }: PreparedOperation): LiveOperation {
    const root = operation.selectionSet.selections[0] as FieldNode
    const field = schema.getSubscriptionType()!.getFields()[root.name.value]!
    const isBundle = root.name.value === 'digest'
    return {
      field: root.name.value,
      responseKey: root.alias?.value ?? root.name.value,
      subgraph: 'newsroom',
      topicTemplate: 'news:{room}',
      resumeArgument: 'after',
      ...(isBundle ? { isBundle } : {}),
      viewerIndependent: !/\breader\b/.test(JSON.stringify(document)),
      topic: (variables) => {
        const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
        if (errors) throw new BadUserInput(errors.map(({ message }) => message).join(' '))
        const values = getArgumentValues(field, root, coerced)
        if (isBundle) return { name: '', arguments: values, after: undefined }
        return { name: `news:${values['room']}`, arguments: values, after: values['after'] as number | undefined }
      },
      open: async ({ name, after }, limit, { viewer }) => {
        const room = decodeURIComponent(name.slice('news:'.length))
        this.opened.push({ room, after, viewer: viewer?.userId })
        await this.beforeOpening()
        if (viewer && this.expired.has(viewer.userId)) throw new Unauthenticated('The token has expired.')
        return this.#roomFor(viewer?.userId, room).open(after, limit)
      },
      openBundle: async ({ arguments: { after } }, { viewer }) => {
        this.bundlesOpened += 1
        await this.beforeOpening()
        const topics = digestOf(this, viewer?.userId ?? '', after as string[] | undefined)
        return this.namesTwice ? [...topics, ...topics] : topics
      },
      resolveEvent: async (payload, variables, { viewer }) => {
        const rev = payload['rev'] as number
        this.resolved.push({ rev, viewer: viewer?.userId })
        await this.beforeResolving(rev)
        if (viewer && this.expired.has(viewer.userId)) {
          const { message, extensions } = new Unauthenticated('The token has expired.')
          return new Answer('null', [{ message, extensions }])
        }
        const rootValue = { [root.name.value]: () => ({ ...payload, reader: viewer?.userId }) }
        return answer({ document, operation }, rootValue, variables)
      },
    }
  }

  #roomFor(userId: string | undefined, name: string): Room {
    if (name === 'away') throw new Unavailable('The newsroom cannot be reached.')
    const room = this.room(name)
    if (room.members && !userId) throw new Unauthenticated('Sign in first.')
    if (room.members && !room.members.has(userId!)) throw new Forbidden('Not a member.')
    return room
  }
}

async function answer(
  { document, operation }: Pick<PreparedOperation, 'document' | 'operation'>,
  rootValue: unknown,
  variableValues: Record<string, unknown>,
): Promise<Answer> {
  return Answer.of(await execute({ schema, document, operationName: operation.name?.value, rootValue, variableValues }))
}
