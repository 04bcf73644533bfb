import { once } from 'node:events'
import { Agent, request as send, type IncomingMessage, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { until } from '../../platform/time/until.ts'
import { createHttpServer, listen } from './server.ts'

/** Longer than any test: what waits for it does not end. */
const FOREVER_MS = 3_600_000

const agent = new Agent({ keepAlive: true })
afterEach(() => agent.destroy())

async function serving(handle: RequestListener) {
  const { server, close } = createHttpServer(handle)
  const port = await listen(server, 0, '127.0.0.1')
  const connections = () => new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)))
  const ask = async (path = '/') => {
    const [answer] = (await once(send({ port, host: '127.0.0.1', path, agent }).end(), 'response')) as [IncomingMessage]
    return answer
  }
  return { port, close, connections, ask }
}

async function sizeOf(answer: IncomingMessage): Promise<number> {
  let size = 0
  for await (const chunk of answer) size += (chunk as Buffer).length
  return size
}

describe('a server that is closed', () => {
  test('answers what it has begun, and does not wait for the connection that stays', async () => {
    const { promise: held, resolve: goOn } = Promise.withResolvers<void>()
    let begun = 0
    const { ask, close } = await serving(async (request, response) => {
      if (request.url === '/in-parts') response.write('some')
      begun++
      await held
      response.end('more')
    })
    const answers = [ask('/in-parts'), ask()]
    await until(() => begun === 2)
    const closed = close(FOREVER_MS)
    goOn()
    const [inParts, whole] = await Promise.all(answers)
    expect(await Promise.all([sizeOf(inParts!), sizeOf(whole!)])).toEqual([8, 4])
    // So that no client sends another request into its end.
    expect(whole!.headers.connection).toBe('close')
    await closed
  })

  test('gives a slow reader all of an answer that is written', async () => {
    const size = 20_000_000
    const { ask, close } = await serving((_request, response) => response.end(Buffer.alloc(size)))
    const answer = await ask()
    const closed = close(FOREVER_MS)
    expect(await sizeOf(answer)).toBe(size)
    await closed
  })

  test('does not wait for connections on which nothing goes on', async () => {
    const { ask, close, connections } = await serving((_request, response) => response.end('x'))
    await sizeOf(await ask())
    expect(await connections()).toBe(1)
    await close(FOREVER_MS)
  })

  test('cuts what takes longer than it may', async () => {
    const { port, close } = await serving(() => undefined)
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'))
    const cut = new Promise((resolve) => socket.on('error', resolve).on('close', resolve).resume())
    await once(socket, 'connect')
    await close(50)
    await cut
  })
})
