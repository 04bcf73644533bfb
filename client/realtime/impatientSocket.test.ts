import { expect, test } from '@jest/globals'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import WebSocket from 'ws'
import { impatientSocket } from './impatientSocket.ts'

test('a socket is given up where somebody accepts and never answers, and whoever gave up is troubled no more', async () => {
  const accepted = new Set<Socket>()
  const silent = createServer((socket) => void accepted.add(socket)).listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  const { port } = silent.address() as AddressInfo
  const closed = await new Promise((resolve) => {
    const Impl = impatientSocket(WebSocket as unknown as typeof globalThis.WebSocket, 50, () => {
      socket.addEventListener('close', resolve)
      // As graphql-ws gives up: it hears no more errors from then on.
      socket.close(4499, 'Terminated')
      socket.onerror = null
    })
    const socket = new Impl(`ws://127.0.0.1:${port}`)
    socket.onerror = resolve
  })
  expect(closed).toMatchObject({ type: 'close', code: 1006 })
  for (const socket of accepted) socket.destroy()
  await new Promise((resolve) => silent.close(resolve))
})
