import { describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import WebSocket from 'ws'
import { ApiError } from '../errors/apiError.ts'
import type { TokenSource } from '../session/tokenSource.ts'
import { serveTicks } from '../testing/serveTicks.ts'
import { given, givenApollo, query, type Ticks } from '../testing/ticking.ts'
import { until } from '../testing/until.ts'
import { follow } from './follow.ts'

const suite = serveTicks()
const { subscribedTimes } = suite

describe('an address that the app gives', () => {
  /** Fails twice, in the given way, then gives the address. */
  const failing = (fail: () => string | Promise<string>) => {
    let tries = 0
    return () => (tries++ < 2 ? fail() : suite.server.url)
  }
  const ways: [string, () => string | Promise<string>][] = [
    [
      'throws',
      () => {
        throw new Error('No address yet')
      },
    ],
    ['rejects', () => Promise.reject(new Error('No address yet'))],
  ]

  test.each(ways)('by a function that %s is asked for again, and whoever asks is told why', async (_how, fail) => {
    const { followed, connection } = given(suite.server, { url: failing(fail) })
    const { told, revs } = followed()
    await until(() => told.length > 0)
    expect(connection.current()).toBe('waiting')
    await subscribedTimes(1)
    suite.server.tick(1)
    await until(() => revs.length === 1)
    expect(told).toHaveLength(2)
    expect(told[0]).toMatchObject({ code: 'NETWORK', retriable: true })
    expect(told[0]!.message).toContain('No address yet')
    expect(connection.current()).toBe('connected')
  })

  test('so it is with Apollo Client', async () => {
    const { told, revs } = givenApollo(suite.server, { socketUrl: failing(ways[1]![1]) })
    await subscribedTimes(1)
    suite.server.tick(1)
    await until(() => revs.length === 1)
    expect(told.map(({ code }) => code)).toEqual(['NETWORK', 'NETWORK'])
  })

  test('may come later', async () => {
    given(suite.server, { url: async () => suite.server.url }).followed()
    await subscribedTimes(1)
  })

  test.each(['localhost:4000/graphql', undefined as unknown as string])(
    'and is none, as %s, ends what is subscribed',
    async (address) => {
      const { ending } = given(suite.server, { url: () => address }).followed()
      expect(await ending).toMatchObject({ code: 'REFUSED', message: expect.stringContaining('looks like') })
    },
  )

  test('with a refusal in its place, ends what is subscribed with that', async () => {
    const refusal = new ApiError('REFUSED', 'This device is offline for good.')
    const { ending } = given(suite.server, { url: () => Promise.reject(refusal) }).followed()
    expect(await ending).toBe(refusal)
  })

  test('and that WebSocket cannot read, ends what is subscribed', async () => {
    const { ending } = given(suite.server, { url: 'ws://[nowhere/graphql' }).followed()
    expect(await ending).toMatchObject({ code: 'REFUSED' })
  })

  test('is not asked for any more once the socket is given up, and who waited for it has come to an end', async () => {
    let asked = 0
    const { followed, socket, connection } = given(suite.server, {
      url: () => (asked++ === 0 ? suite.server.url : 'none'),
    })
    const { ending } = followed()
    await subscribedTimes(1)
    await suite.server.stop()
    await until(() => connection.current() === 'waiting')
    socket.dispose()
    expect(await ending).toBe('complete')
    expect(asked).toBe(1)
  })
})

describe('a token that the app gives', () => {
  const broken: [string, TokenSource['accessToken']][] = [
    ['rejects', () => Promise.reject(new Error('No store to read'))],
    [
      'throws',
      () => {
        throw new Error('No store to read')
      },
    ],
  ]

  test.each(broken)('by a function that %s is asked for again, and whoever asks is told why', async (_how, fail) => {
    let tries = 0
    const accessToken = () => (tries++ < 2 ? fail() : Promise.resolve('good'))
    const { followed } = given(suite.server, { session: { accessToken, refuse: () => undefined } })
    const { told, revs } = followed()
    await subscribedTimes(1)
    suite.server.tick(1)
    await until(() => revs.length === 1)
    expect(told[0]).toMatchObject({ code: 'NETWORK', retriable: true })
    expect(told[0]!.message).toContain('No store to read')
    expect(suite.server.inits).toEqual([{ authorization: 'Bearer good' }])
  })

  test('and is not to be had at first fails that socket alone, however late the server answers its close', async () => {
    let isClosed = false
    class LateToClose extends WebSocket {
      override close(code?: number): void {
        setTimeout(() => super.close(code), 1_500)
        this.once('close', () => (isClosed = true))
      }
    }
    let tries = 0
    const accessToken = async () => {
      if (tries++ === 0) throw new Error('No store to read')
      return 'good'
    }
    const { followed } = given(suite.server, {
      session: { accessToken, refuse: () => undefined },
      webSocketImpl: LateToClose,
    })
    const { told, revs } = followed()
    await subscribedTimes(1)
    await until(() => isClosed)
    suite.server.tick(1)
    await until(() => revs.length === 1)
    expect(told.map(({ message }) => message)).toEqual(['The app gave no token: No store to read.'])
    expect(suite.server.open).toBe(1)
  })

  test('is for one user: what was subscribed before another signed in gets nothing of theirs', async () => {
    const listeners = new Set<() => void>()
    const user = { id: 'ada' }
    const session = {
      accessToken: async () => user.id,
      refuse: () => undefined,
      viewerId: () => user.id,
      subscribe: (listener: () => void) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    }
    let give = (_url: string): void => undefined
    const url = () => new Promise<string>((resolve) => (give = resolve))
    const { followed } = given(suite.server, { session, url })
    const { ending, revs } = followed()
    const asks = give
    await until(() => give !== asks)
    user.id = 'eve'
    for (const listener of listeners) listener()
    give(suite.server.url)
    await subscribedTimes(1)
    suite.server.tick(1)
    expect(await ending).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(revs).toEqual([])
  })
})

describe('what else an app may get wrong', () => {
  test('events without a position end their following, and are not asked for for ever', async () => {
    const { socket } = given(suite.server)
    const positionOf = (): number => {
      throw new TypeError('No rev')
    }
    const first = follow<Ticks>(socket.client, { query, positionOf }).next()
    await subscribedTimes(1)
    suite.server.tick(1)
    await expect(first).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringContaining('No rev') })
  })

  test('an onRetry that throws ends the subscription with what it threw', async () => {
    const fault = new Error('Not told')
    const { ends } = givenApollo(suite.server, {
      onRetry: () => {
        throw fault
      },
    })
    await subscribedTimes(1)
    suite.server.cut()
    await until(() => ends.length > 0)
    expect(ends).toEqual([fault])
  })

  test('who leaves while a server is connected to that says nothing has come to an end, before the server has', async () => {
    const mute = createServer().listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const { port } = mute.address() as AddressInfo
    const { followed } = given(suite.server, { url: `ws://127.0.0.1:${port}` })
    const { leave, ending, told } = followed()
    const [socket] = await once(mute, 'connection')
    leave()
    expect([await ending, told]).toEqual(['complete', []])
    socket.destroy()
    mute.close()
  })

  test('subscribing, leaving and subscribing again while it connects leaves one subscription on one socket', async () => {
    const { followed, connection } = given(suite.server)
    for (let n = 0; n < 5; n++) followed().leave()
    const { revs } = followed()
    await subscribedTimes(1)
    suite.server.tick(1)
    await until(() => revs.length === 1)
    expect([suite.server.open, connection.current()]).toEqual([1, 'connected'])
  })
})
