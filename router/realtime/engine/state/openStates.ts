import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import { waitAfter } from '../../../../platform/time/backOff.ts'
import { codeOf, isPassing, toErrors } from '../../errorPayload.ts'
import { renewing } from '../renewing.ts'
import { retrying } from '../retrying.ts'
import type { StateGroup } from './stateGroup.ts'
import { placeOf } from './placeOf.ts'
import type { StateEngine } from './stateEngine.ts'
import type { StateSubscription } from './stateSubscription.ts'

/** What a running subscription waits for: another answer may come. */
const waitedFor = new Set<unknown>(['OVERLOADED', 'UNAUTHENTICATED', 'INTERNAL_SERVER_ERROR'])
/** The viewer may not see it any more. */
const isOver = (cause: unknown): boolean => ['FORBIDDEN', 'NOT_FOUND'].includes(String(codeOf(cause)))

/**
 * Asks the owner what a subscriber may see and how it is now: at its beginning, and whenever that may have changed. The
 * topics are heard before, so a state is in the opening, in the stream, or in both; the newer one counts.
 */
export async function openStates(subscription: StateSubscription, engine: StateEngine): Promise<void> {
  const isFirst = subscription.state === 'joining'
  try {
    await Promise.all([engine.access(), ...subscription.groups.map(({ topic }) => topic.ready)])
    for (let failures = 0; subscription.state !== 'ended';) {
      const { asked } = subscription
      try {
        const states = await read(subscription, engine)
        // What it may see changed while the answer was under way: it may be too old.
        if (subscription.asked === asked) return await take(subscription, states, engine)
      } catch (cause) {
        if (isFirst || !(isPassing(cause) || waitedFor.has(codeOf(cause)))) throw cause
        await wait(waitAfter(++failures, { leastMs: 500, mostMs: 10_000 }), undefined, { ref: false })
      }
    }
  } catch (cause) {
    if (!isFirst && isOver(cause)) subscription.complete()
    else subscription.fail(toErrors(cause, engine.logger))
  }
}

function read(subscription: StateSubscription, { readings, limits }: StateEngine): Promise<StateEvent[]> {
  const { request } = subscription
  const wanted = () => subscription.state !== 'ended'
  return renewing(() => retrying(() => readings.read(request, wanted), wanted), request.credentials, wanted, limits)
}

async function take(subscription: StateSubscription, states: StateEvent[], engine: StateEngine): Promise<void> {
  if (subscription.state === 'ended') return
  const groups = new Map(subscription.groups.map((group) => [group.topic.name, group]))
  const last = states.filter(({ ends }) => ends)
  const withheld = states.filter((state) => state.withheld && !state.ends)
  for (const state of states) if (!state.ends && !state.withheld) groups.get(state.topic)?.topic.offer(state)
  const gone = withheld.filter((state) => subscription.hasSeen(state) && isShown(state, groups.get(state.topic)))
  const farewells = [...last.filter(({ topic }) => !subscription.hides(topic)), ...gone]
  const shown = subscription.admit(
    new Set(last.map(({ topic }) => topic)),
    new Map(withheld.map((state) => [placeOf(state), state])),
  )
  const works = [
    ...farewells.map((state) => async () => {
      const result = await groups.get(state.topic)!.resolve(state, subscription)
      // A later answer may have given it back meanwhile.
      if (!subscription.hasSeen(state)) subscription.tell(result)
    }),
    ...shown.map((one) => () => show(subscription, one)),
  ]
  const ahead = engine.limits.resolveAhead
  for (let from = 0; from < works.length; from += ahead) {
    await Promise.all(works.slice(from, from + ahead).map((work) => work()))
  }
}

/** What is known of its key says something else. */
function isShown({ key, payload }: StateEvent, group: StateGroup | undefined): boolean {
  const known = group?.topic.newest(key)
  return known !== undefined && !isDeepStrictEqual(known.payload, payload)
}

/** A state that has become an older one meanwhile is left out: the newer one comes with the stream. */
async function show(
  subscription: StateSubscription,
  { group, state }: { group: StateGroup; state: StateEvent },
): Promise<void> {
  const result = await group.resolve(state, subscription)
  if (group.topic.isNewest(state)) subscription.hand(state, result)
}
