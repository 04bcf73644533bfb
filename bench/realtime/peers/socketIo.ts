import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { filler, type Peer } from '../peer.ts'

/** A Socket.IO room for each topic, WebSockets only. */
export async function start(): Promise<Peer> {
  const http = createServer()
  const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false })
  server.on('connection', async (socket) => {
    await socket.join(String(socket.handshake.query['topic']))
    socket.emit('ready')
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  let rev = 0
  return {
    address: { protocol: 'socket.io', url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}` },
    publish(topic) {
      server.to(String(topic)).emit('event', { rev: ++rev, at: new Date().toISOString(), text: filler(70) })
    },
  }
}
