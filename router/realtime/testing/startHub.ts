import type { PubSub } from '../../../platform/events/pubsub.ts'
import { createLogger, createMetrics } from '../../../platform/telemetry/index.ts'
import type { RequestContext } from '../../supergraph/index.ts'
import type { LivePreparation } from '../engine/groupKey.ts'
import { Hub } from '../engine/hub.ts'
import type { Subscription } from '../engine/subscription.ts'
import type { Credentials } from '../engine/subscriptionRequest.ts'
import { defaultLimits, type RealtimeLimits } from '../limits.ts'
import { realtimeMetrics } from '../metrics.ts'
import { Collected } from './collect.ts'
import { Newsroom } from './news.ts'
import { UnreliablePubSub } from './unreliablePubSub.ts'

export const quiet = createLogger({ log: { level: 'silent', format: 'json' } })

export const story =
  'subscription($room: ID! = "1", $after: Int) { news(room: $room, after: $after) { rev ... on Story { text } } }'
export const digest = 'subscription($after: [String!]) { digest(after: $after) { rev ... on Story { text } } }'
export const readerStory = story.replace('text', 'text reader')

interface Asking {
  viewer?: string | undefined
  address?: string
  /** As it is now. */
  authorization?: () => string
  query?: string
}

/** A hub over a newsroom, without sockets; its stream does what the suite says. */
export function startHub(limits: Partial<RealtimeLimits> = {}) {
  const pubsub = new UnreliablePubSub()
  return { pubsub, ...startHubOn(pubsub, limits) }
}

/** A hub over a newsroom and this pub/sub. */
export function startHubOn(pubsub: PubSub, limits: Partial<RealtimeLimits> = {}) {
  const newsroom = new Newsroom(pubsub)
  const registry = createMetrics({ process: false })
  const metrics = realtimeMetrics(registry)
  const hub = new Hub(pubsub, { limits: { ...defaultLimits, holeGraceMs: 1, ...limits }, logger: quiet, metrics })

  function subscribe(
    variables: Record<string, unknown> = {},
    { viewer, address, authorization, query = story }: Asking = {},
  ): Collected & { subscription: Subscription } {
    const sink = new Collected()
    const prepared = newsroom.prepare(query)
    if ('errors' in prepared) throw prepared.errors[0]
    const expiresAt = () => (newsroom.expired.has(viewer ?? '') ? 0 : Infinity)
    const credentials = credentialsOf(() => ({
      ...contextOf(viewer, expiresAt()),
      address,
      authorization: authorization?.(),
    }))
    const subscription = hub.subscribe(prepared as LivePreparation, variables, credentials, sink, newsroom)
    return Object.assign(sink, { subscription: subscription as Subscription })
  }

  const count = async (name: string): Promise<number> => {
    const { values } = await registry.getSingleMetric(`parley_realtime_${name}`)!.get()
    return values.reduce((sum, { value }) => sum + value, 0)
  }

  return { hub, newsroom, subscribe, count }
}

/** Of a viewer whose requests go out like this now. */
export const credentialsOf = (context: () => RequestContext): Credentials => ({
  context,
  get viewer() {
    return context().viewer
  },
})

const contextOf = (userId: string | undefined, expiresAt: number): RequestContext => ({
  viewer: userId === undefined ? undefined : { userId, sessionId: `s-${userId}`, isGuest: false, expiresAt },
  requestId: 'r',
})
