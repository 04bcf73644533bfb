/** The edge of the engine in its suites of state: what the weather is in some places, each a topic, and who may know. */
import { buildSchema, execute, getArgumentValues, getOperationAST, getVariableValues, parse } from 'graphql'
import type { FieldNode } from 'graphql'
import { Forbidden, Unauthenticated, Unavailable, type ParleyError } from '../../../platform/errors.ts'
import type { PubSub } from '../../../platform/events/pubsub.ts'
import type { StateEvent } from '../../../platform/events/stateEvent.ts'
import { stateOpening, tellAccessChange, type AccessChange } from '../../../platform/subgraph/index.ts'
import { Answer } from '../../supergraph/index.ts'
import type { LiveOperation, RequestContext, Supergraph } from '../../supergraph/index.ts'
import type { LivePreparation } from '../engine/groupKey.ts'

const schema = buildSchema(/* GraphQL */ `
  type Query {
    places: [String]
  }
  type Subscription {
    weather(places: [ID!]!): Weather!
  }
  type Weather {
    place: ID!
    sensor: String!
    celsius: Int
    "Differs from viewer to viewer."
    reader: String
  }
`)

export const weather = 'subscription($places: [ID!]!) { weather(places: $places) { place sensor celsius } }'
export const readersWeather = weather.replace('celsius', 'celsius reader')

type More = Partial<Pick<StateEvent, 'rev' | 'lastsMs' | 'then'>>

export class WeatherStation {
  readonly apiSchema = schema
  /** What each sensor of a place says, by place and sensor. */
  readonly states = new Map<string, StateEvent>()
  /** Who may not know of a place. */
  readonly barred = new Map<string, Set<string>>()
  /** Who may not know of a sensor, by place and sensor. */
  readonly withheld = new Map<string, Set<string>>()
  /** Viewers who may know of nothing. */
  readonly strangers = new Set<string>()
  readonly opened: { places: string[]; viewer: string | undefined }[] = []
  resolved = 0
  isAway = false
  beforeOpening: () => Promise<void> | void = () => undefined
  beforeResolving: () => Promise<void> | void = () => undefined
  /** Viewers whose token has ended. */
  readonly expired = new Set<string>()
  /** What a viewer's resolution fails with: asked when it ends. */
  failing: (viewer: string | undefined) => ParleyError | undefined = () => undefined
  readonly #pubsub: PubSub
  #clock = 0

  constructor(pubsub: PubSub) {
    this.#pubsub = pubsub
  }

  payload = (place: string, sensor: string, celsius: number | null) => ({
    __typename: 'Weather',
    place,
    sensor,
    celsius,
  })

  /** Keeps the state, and publishes it. */
  async measure(place: string, celsius: number | null, { sensor = 'roof', ...more }: More & { sensor?: string } = {}) {
    const payload = this.payload(place, sensor, celsius)
    const state: StateEvent = { topic: `weather:${place}`, key: sensor, rev: ++this.#clock, payload, ...more }
    this.states.set(`${place} ${sensor}`, state)
    await this.publish(state)
    return state
  }

  publish(state: StateEvent): Promise<void> {
    return this.#pubsub.publish(state.topic, JSON.stringify(state))
  }

  tell(change: AccessChange): Promise<void> {
    return tellAccessChange(this.#pubsub, change)
  }

  get graph(): Supergraph {
    return this as unknown as Supergraph
  }

  prepare(query: string): LivePreparation {
    const document = parse(query)
    const operation = getOperationAST(document)!
    const root = operation.selectionSet.selections[0] as FieldNode
    const field = schema.getSubscriptionType()!.getFields()['weather']!
    const live = {
      field: 'weather',
      responseKey: 'weather',
      subgraph: 'station',
      topicTemplate: 'weather:{places}',
      isState: true,
      viewerIndependent: !/\breader\b/.test(query),
      topic: (variables) => {
        const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
        const values = getArgumentValues(field, root, coerced)
        const states = (values['places'] as string[]).map((place) => `weather:${place}`)
        return { name: states[0]!, arguments: values, after: undefined, states }
      },
      open: async ({ arguments: { places } }, _limit, { viewer }) => this.#open(places as string[], viewer?.userId),
      resolveEvent: async (payload, variableValues, { viewer }) => {
        this.resolved++
        await this.beforeResolving()
        const failure = this.#isOver(viewer?.userId) ?? this.failing(viewer?.userId)
        if (failure) return new Answer('null', [{ message: failure.message, extensions: failure.extensions }])
        const rootValue = { weather: () => ({ ...payload, reader: viewer?.userId }) }
        return Answer.of(await execute({ schema, document, rootValue, variableValues }))
      },
    } satisfies Partial<LiveOperation> as unknown as LiveOperation
    return { kind: 'subscription', document, operation, live }
  }

  #isOver(viewer = ''): Unauthenticated | undefined {
    return this.expired.has(viewer) ? new Unauthenticated('The token has expired.') : undefined
  }

  async #open(places: string[], viewer = '') {
    this.opened.push({ places, viewer })
    const states = [...this.states.values()]
    await this.beforeOpening()
    const isOver = this.#isOver(viewer)
    if (isOver) throw isOver
    if (this.isAway) throw new Unavailable('The station cannot be reached.')
    if (this.strangers.has(viewer)) throw new Forbidden('Not for you.')
    return stateOpening(
      places.flatMap((place): StateEvent[] => {
        const topic = `weather:${place}`
        if (this.barred.get(place)?.has(viewer)) {
          return [{ topic, key: '', rev: 0, ends: true, payload: this.payload(place, 'none', null) }]
        }
        const mayKnow = ({ key }: StateEvent) => !this.withheld.get(`${place} ${key}`)?.has(viewer)
        const own = states.filter((state) => state.topic === topic)
        const others = own.filter((state) => !mayKnow(state))
        return [
          ...own.filter(mayKnow),
          ...others.map(({ key }) => {
            return { topic, key, rev: 0, withheld: true, payload: this.payload(place, key, null) }
          }),
        ]
      }),
    )
  }
}

export const contextOf = (userId: string | undefined, expiresAt = Infinity): RequestContext => ({
  viewer: userId === undefined ? undefined : { userId, sessionId: `s-${userId}`, isGuest: false, expiresAt },
  requestId: 'r',
})
