import { describe, expect, test } from '@jest/globals'
import { ApolloClient, gql, InMemoryCache } from '@apollo/client'
import { CombinedProtocolErrors, PROTOCOL_ERRORS_SYMBOL } from '@apollo/client/errors'
import { ApolloLink } from '@apollo/client/link'
import { Observable, type Subscriber } from 'rxjs'
import { ResumeLink } from './resumeLink.ts'

const query = gql`
  subscription Ticks($after: Int) {
    ticks(after: $after) {
      rev
    }
  }
`

/** A server that a test speaks for: each subscription that reaches it is one more `opened`. */
function given({
  after = 3,
  refused = () => {},
  viewerId = () => null,
}: { after?: number | null; refused?: () => void; viewerId?: () => string | null } = {}) {
  const opened: { variables: Record<string, unknown>; to: Subscriber<ApolloLink.Result>; isOpen: boolean }[] = []
  const wakers = new Set<() => void>()
  const resume = new ResumeLink({
    argument: 'after',
    positionOf: ({ data }) => data?.ticks?.rev,
    isFinal: ({ code }) => code === 'FORBIDDEN',
    onUnauthenticated: refused,
    viewerId,
    onWake: (listener) => {
      wakers.add(listener)
      return () => wakers.delete(listener)
    },
  })
  const server = new ApolloLink(
    ({ variables }) =>
      new Observable((to) => {
        const subscription = { variables, to, isOpen: true }
        opened.push(subscription)
        return () => (subscription.isOpen = false)
      }),
  )
  const client = new ApolloClient({ link: ApolloLink.from([resume, server]), cache: new InMemoryCache() })
  const revs: number[] = []
  const ends: string[] = []
  const reader = client
    .subscribe<{ ticks: { rev: number } }>({ query, variables: { after }, fetchPolicy: 'no-cache' })
    .subscribe({
      next: ({ data, error }) => (data ? revs.push(data.ticks.rev) : ends.push(`error ${error?.message}`)),
      error: (error) => ends.push(`error ${error.message}`),
      complete: () => ends.push('complete'),
    })
  const tick = (rev: number) => opened.at(-1)!.to.next({ data: { ticks: { rev } } })
  /** Cuts the waiting short, as the browser's `online` event does. */
  const wake = async () => {
    await until(() => wakers.size > 0)
    for (const waker of [...wakers]) waker()
    await settled()
  }
  return { opened, revs, ends, reader, tick, wake, wakers, client }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
const until = async (met: () => boolean) => {
  while (!met()) await settled()
}
const lost = new Error('Socket closed with event 1006')

describe('a resumed subscription', () => {
  test('goes on after the last position that it handed on, not after the first', async () => {
    const { opened, revs, tick, wake } = given({ after: 3 })
    expect(opened[0]!.variables).toEqual({ after: 3 })
    tick(4)
    tick(5)
    opened[0]!.to.error(lost)
    await wake()
    expect(opened.map(({ variables }) => variables)).toEqual([{ after: 3 }, { after: 5 }])
    tick(6)
    expect(revs).toEqual([4, 5, 6])
  })

  test('hands each position on once, in order, whatever the server repeats', async () => {
    const { opened, revs, tick, wake } = given({ after: 3 })
    for (const rev of [3, 4, 4, 5]) tick(rev)
    opened[0]!.to.error(lost)
    await wake()
    for (const rev of [4, 5, 6]) tick(rev)
    expect(revs).toEqual([4, 5, 6])
  })

  test('begins where it began when nothing had come before the loss', async () => {
    const { opened, wake } = given({ after: 7 })
    opened[0]!.to.error(lost)
    await wake()
    expect(opened[1]!.variables).toEqual({ after: 7 })
  })

  test('without a position it first wants what comes next, and from the first event on it has one', async () => {
    const { opened, tick, wake } = given({ after: null })
    tick(12)
    opened[0]!.to.error(lost)
    await wake()
    expect(opened[1]!.variables).toEqual({ after: 12 })
  })

  test('over several logs it goes on after the newest of each, and what it began with', async () => {
    const opened: { variables: Record<string, unknown>; to: Subscriber<ApolloLink.Result> }[] = []
    const wakers = new Set<() => void>()
    const resume = new ResumeLink({
      argument: 'after',
      positionOf: () => undefined,
      placeOf: ({ data }) => data?.news,
      isFinal: () => false,
      onUnauthenticated: () => {},
      onWake: (listener) => {
        wakers.add(listener)
        return () => wakers.delete(listener)
      },
    })
    const server = new ApolloLink(({ variables }) => new Observable((to) => void opened.push({ variables, to })))
    const client = new ApolloClient({ link: ApolloLink.from([resume, server]), cache: new InMemoryCache() })
    const news = gql`
      subscription News($after: [String!]) {
        news(after: $after) {
          log
          position
        }
      }
    `
    client.subscribe({ query: news, variables: { after: ['begin'] }, fetchPolicy: 'no-cache' }).subscribe()
    for (const [log, position] of [
      ['a', 'a1'],
      ['b', 'b7'],
      ['a', 'a2'],
    ]) {
      opened[0]!.to.next({ data: { news: { log, position } } })
    }
    opened[0]!.to.error(lost)
    await until(() => wakers.size > 0)
    for (const waker of [...wakers]) waker()
    await until(() => opened.length > 1)
    expect(opened[1]!.variables).toEqual({ after: ['begin', 'a2', 'b7'] })
  })

  test('a refusal that stays one ends it with the error', async () => {
    const { opened, ends } = given()
    opened[0]!.to.next({ errors: [{ message: 'Not yours', extensions: { code: 'FORBIDDEN' } }] })
    await until(() => ends.length > 0)
    // Apollo Client hands an error on as a last result, then completes.
    expect(ends).toEqual(['error Not yours', 'complete'])
    expect(opened).toHaveLength(1)
  })

  test('a refused opening that may pass is tried again, and its completion does not end the subscription', async () => {
    const { opened, ends, revs, tick, wake } = given()
    opened[0]!.to.next({ errors: [{ message: 'Full', extensions: { code: 'OVERLOADED', retriable: true } }] })
    opened[0]!.to.complete()
    await wake()
    tick(4)
    expect(revs).toEqual([4])
    expect(ends).toEqual([])
  })

  test('a router that ends the stream of an HttpLink is come back from, as from a lost connection', async () => {
    const { opened, ends, revs, tick, wake } = given()
    tick(4)
    const restart = { message: 'Restart', extensions: { code: 'UNAVAILABLE', retriable: true, retryAfterMs: 10 } }
    // As HttpLink hands a transport error of Apollo's multipart protocol on.
    opened[0]!.to.next({ extensions: { [PROTOCOL_ERRORS_SYMBOL]: new CombinedProtocolErrors([restart]) } })
    opened[0]!.to.complete()
    await wake()
    expect(opened[1]!.variables).toEqual({ after: 4 })
    tick(5)
    expect([revs, ends]).toEqual([[4, 5], []])
  })

  test('a refused token is reported before the next try', async () => {
    let refusals = 0
    const { opened, wake } = given({ refused: () => (refusals += 1) })
    opened[0]!.to.next({ errors: [{ message: 'Expired', extensions: { code: 'UNAUTHENTICATED' } }] })
    await wake()
    expect(refusals).toBe(1)
    expect(opened).toHaveLength(2)
  })

  test("a completion by the server is the reader's too", async () => {
    const { opened, ends } = given()
    opened[0]!.to.complete()
    await until(() => ends.length > 0)
    expect(ends).toEqual(['complete'])
  })

  test('it is not taken up for somebody else who signed in while it waited', async () => {
    let viewer = 'ada'
    const { opened, ends, tick, wake } = given({ viewerId: () => viewer })
    tick(4)
    opened[0]!.to.error(lost)
    await until(() => !opened[0]!.isOpen)
    viewer = 'eve'
    await wake()
    expect(opened).toHaveLength(1)
    expect(ends).toEqual(['error Somebody else is signed in now, or nobody: subscribe anew.', 'complete'])
  })

  test('whoever subscribes later to what Apollo Client gave once begins where it was asked to begin', async () => {
    const { opened, client } = given()
    const context = { queryDeduplication: false }
    const stream = client.subscribe({ query, variables: { after: 8 }, fetchPolicy: 'no-cache', context })
    stream.subscribe({})
    opened[1]!.to.next({ data: { ticks: { rev: 9 } } })
    stream.subscribe({})
    expect(opened.map(({ variables }) => variables)).toEqual([{ after: 3 }, { after: 8 }, { after: 8 }])
  })

  test('a reader that goes leaves nothing open and nothing waiting', async () => {
    const { opened, reader, wakers } = given()
    opened[0]!.to.error(lost)
    await until(() => wakers.size > 0)
    reader.unsubscribe()
    await settled()
    expect(wakers.size).toBe(0)
    expect(opened.filter(({ isOpen }) => isOpen)).toHaveLength(0)
    expect(opened).toHaveLength(1)
  })
})
