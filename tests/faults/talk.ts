import { expect } from '@jest/globals'
import { until } from '../../platform/time/until.ts'
import type { Listener } from '../harness/listener.ts'
import { Person, type Message } from '../harness/person.ts'
import type { Processes } from '../harness/processes.ts'
import { Stream } from '../harness/stream.ts'

/** A conversation of three, and one who listens to it at each router. */
export interface Talk {
  ada: Person
  bob: Person
  cyd: Person
  conversationId: string
  listeners: [Listener, Listener]
  /** Ada and Bob send without a pause, each at another router first. */
  stream(): Stream
}

const endings: (() => unknown)[] = []

/** Ends what the talks so far have opened. */
export const endTalks = async (): Promise<void> => void (await Promise.all(endings.splice(0).map((end) => end())))

/** `resume`: those who listen come back when they are told to. */
export async function aTalk(processes: Processes, title: string, { resume = false } = {}): Promise<Talk> {
  const places = processes.places
  const [ada, bob, cyd] = await Promise.all([
    Person.guest(places[0], 'Ada'),
    Person.guest(places[1], 'Bob'),
    Person.guest(places[0], 'Cyd'),
  ])
  await Promise.all(places.map((place) => answered(ada.at(place))))
  const conversationId = await ada.startGroup(title, [bob, cyd])
  const listeners = await Promise.all([
    cyd.at(places[0]).listen(conversationId, { after: 0, resume }),
    cyd.at(places[1]).listen(conversationId, { after: 0, resume }),
  ])
  endings.push(...listeners.map((listener) => () => listener.close()))
  // Who was told of the group's beginning stands in the stream: what comes now comes live.
  await Promise.all(listeners.map((listener) => listener.until(({ revs }) => revs.length > 0)))
  const stream = () => {
    const started = Stream.start([ada, bob], conversationId, places)
    endings.push(() => started.abandon())
    return started
  }
  return { ada, bob, cyd, conversationId, listeners, stream }
}

/** A router spares a subgraph that was away, and asks it anew once a second; what it cannot answer until then, apps ask again. */
const answered = (person: Person): Promise<unknown> =>
  until(async () => {
    const { errors } = await person.ask(
      '{ me { id } conversations(first: 1) { edges { node { id messages(last: 1) { edges { node { id } } } } } } }',
    )
    return errors?.[0]?.extensions.code !== 'UNAVAILABLE'
  })

/** Every acknowledged message is stored once, under the `seq` that its sender was told, and no `seq` is missing (I1, I2, I7). */
export async function expectStored({ ada, conversationId }: Talk, acknowledged: readonly Message[]): Promise<void> {
  await answered(ada)
  const history = await ada.history(conversationId)
  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1))
  expect(history).toEqual(acknowledged)
}

/** The listener saw every event of the conversation, once, in the order of `rev`, and whole (I3, I7). */
export async function expectSeen({ ada, conversationId }: Talk, listener: Listener): Promise<void> {
  const query = 'query ($id: ID!) { conversation(id: $id) { rev } }'
  await answered(ada)
  const { rev } = (await ada.get(query, { id: conversationId })).conversation
  await listener.until(({ revs }) => revs.includes(rev))
  expect(listener.revs).toEqual(Array.from({ length: rev }, (_, index) => index + 1))
  expect(listener.texts).toEqual((await ada.history(conversationId)).map(({ text }) => text))
  expect(listener.errors).toEqual([])
}
