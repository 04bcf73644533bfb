import { RateLimited } from '../../../platform/errors.ts'
import { networkOf, SharedLimiter, type LimitStore, type Standing } from '../../../platform/rateLimits/index.ts'
import type { PreparedOperation, RequestContext } from '../supergraph.ts'

/** What may be asked within a minute. 0: any number. */
export interface RateLimits {
  /** Operations of each class, for each viewer. */
  queries: number
  mutations: number
  subscriptions: number
  /** The sum of the prices of a viewer's operations. */
  price: number
  /** Operations from one network, whoever sends them. */
  address: number
}

/** What an operation was allowed or refused by. */
export interface Taken {
  refusal?: RateLimited
  /** `RateLimit-Policy` and `RateLimit`. */
  headers: Readonly<Record<string, string>>
}

/** Counts what viewers ask. */
export interface Rates {
  /** Takes one operation of this price from each limit that it counts for. */
  take(kind: PreparedOperation['kind'], price: number, context: RequestContext): Promise<Taken>
  close(): void
}

const SECONDS = 60

/**
 * A viewer is a user with all their sessions, or an API key, or, without a token, a network.
 * `store`: where routers tell each other what they counted; without one each counts for itself.
 * Undefined where nothing is limited.
 */
export function createRates(limits: RateLimits, store: LimitStore | undefined): Rates | undefined {
  if (Object.values(limits).every((limit) => limit === 0)) return undefined
  const limiter = (name: keyof RateLimits) =>
    limits[name] > 0 ? new SharedLimiter(`rates:${name}`, { points: limits[name], seconds: SECONDS }, store) : undefined
  const classes = {
    query: limiter('queries'),
    mutation: limiter('mutations'),
    subscription: limiter('subscriptions'),
  }
  const [byPrice, byAddress] = [limiter('price'), limiter('address')]
  return {
    async take(kind, price, context) {
      const network = context.address ? networkOf(context.address) : 'nowhere'
      const viewer = viewerKey(context) ?? `network ${network}`
      const standings = await Promise.all([
        ask(classNames[kind], classes[kind], viewer),
        ask('price', byPrice, viewer, price),
        ask('address', byAddress, network),
      ])
      return tell(standings.filter((one) => one !== undefined))
    },
    close() {
      for (const one of [...Object.values(classes), byPrice, byAddress]) one?.close()
    },
  }
}

const classNames = { query: 'queries', mutation: 'mutations', subscription: 'subscriptions' } as const

interface Asked extends Standing {
  name: keyof RateLimits
  points: number
}

async function ask(
  name: keyof RateLimits,
  limiter: SharedLimiter | undefined,
  key: string,
  points?: number,
): Promise<Asked | undefined> {
  return limiter && { name, points: limiter.points, ...(await limiter.take(key, points)) }
}

/** An integrator's keys have limits of their own, so that one does not hold up another, nor the person's own clients. */
const viewerKey = ({ viewer }: RequestContext): string | undefined =>
  viewer && (viewer.scopes ? `session ${viewer.sessionId}` : `user ${viewer.userId}`)

/** Headers as in https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ (version 10). */
function tell(asked: readonly Asked[]): Taken {
  if (asked.length === 0) return { headers: {} }
  const policy = asked.map(({ name, points }) => `"${name}";q=${points};w=${SECONDS}`).join(', ')
  const standing = asked.map(({ name, remaining, resetMs }) => `"${name}";r=${remaining};t=${seconds(resetMs)}`)
  const headers = { 'ratelimit-policy': policy, ratelimit: standing.join(', ') }
  const over = asked.filter(({ isOver }) => isOver)
  if (over.length === 0) return { headers }
  const retryAfterMs = Math.max(...over.map(({ resetMs }) => resetMs))
  const names = over.map(({ name, points }) => `${name} (${points} in ${SECONDS} s)`).join(' and ')
  return { headers, refusal: new RateLimited(`Too much at once: over the limit of ${names}.`, { retryAfterMs }) }
}

const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000)
