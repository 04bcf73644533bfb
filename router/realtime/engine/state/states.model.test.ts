import { afterEach, beforeEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { startStates } from '../../testing/startStates.ts'
import { until } from '../../../../platform/time/until.ts'

/**
 * Whatever happens to the stream and to readers: in the end everyone who may has been told, last of each key, what is. That is: what
 * an opening tells plus what the stream brings after it is the state that a new opening would tell.
 */
let given: ReturnType<typeof startStates>
beforeEach(() => void (given = startStates()))
afterEach(() => given.states.close())

type Subscriber = ReturnType<ReturnType<typeof startStates>['subscribe']>

const places = ['oslo', 'rome']
const viewers = ['ada', 'bob']
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('measure' as const), place: fc.nat(1), celsius: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('subscribe' as const), viewer: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('deliver' as const), which: fc.nat(5), again: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('outage' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bar' as const), place: fc.nat(1), viewer: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stall' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
)

test('what was told plus what is told equals what is, for everyone who may know it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const { station, pubsub, subscribe, states } = startStates()
      const followers: { told: Subscriber; viewer: string; isStalled: boolean }[] = []
      pubsub.reliable = false
      for (const one of steps) {
        const follower = 'which' in one ? followers[one.which % Math.max(1, followers.length)] : undefined
        if (one.do === 'measure') await station.measure(places[one.place]!, one.celsius)
        if (one.do === 'subscribe') {
          const viewer = viewers[one.viewer]!
          followers.push({ told: subscribe(places, { viewer }), viewer, isStalled: false })
        }
        if (one.do === 'leave' && follower) {
          follower.told.subscription.stop()
          followers.splice(followers.indexOf(follower), 1)
        }
        if (one.do === 'deliver') {
          const [message] = pubsub.underWay.splice(one.which % Math.max(1, pubsub.underWay.length), 1)
          if (message) pubsub.deliver(message)
          if (message && one.again) pubsub.deliver(message)
        }
        if (one.do === 'outage') {
          pubsub.breakConnection()
          pubsub.underWay.length = 0
          pubsub.restoreConnection()
        }
        if (one.do === 'bar') {
          const barred = station.barred.get(places[one.place]!) ?? new Set()
          const viewer = viewers[one.viewer]!
          if (!barred.delete(viewer)) barred.add(viewer)
          station.barred.set(places[one.place]!, barred)
          pubsub.reliable = true
          await station.tell({ viewers: [viewer] })
          pubsub.reliable = false
        }
        if (one.do === 'stall' && follower) {
          follower.isStalled = !follower.isStalled
          follower.told.pace = () => (follower.isStalled ? new Promise((go) => setTimeout(go, 1)) : undefined)
        }
        if (one.do === 'wait') await new Promise((go) => setTimeout(go, 1))
      }
      for (const message of pubsub.underWay.splice(0)) pubsub.deliver(message)
      for (const follower of followers) follower.isStalled = false
      const newest = ({ told, viewer }: (typeof followers)[number], place: string) => {
        const isBarred = station.barred.get(place)?.has(viewer)
        const last = told.told.findLast((text) => text.startsWith(`${place}/`))
        const state = station.states.get(`${place} roof`)?.payload['celsius']
        const wanted = isBarred ? `${place}/none null` : state === undefined ? undefined : `${place}/roof ${state}`
        return { last, wanted }
      }
      const all = () => followers.flatMap((follower) => places.map((place) => newest(follower, place)))
      await until(() => all().every(({ last, wanted }) => last === wanted || wanted === undefined)).catch(
        () => undefined,
      )
      expect(all().filter(({ last, wanted }) => wanted !== undefined && last !== wanted)).toEqual([])
      await states.close()
    }),
    { numRuns: 300 },
  )
})
