import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { filler, type Peer, type Shape } from '../peer.ts'

/** The floor: a broadcast with `ws` as its README writes it, one Buffer for all. */
export async function start({ topics }: Shape): Promise<Peer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  const rooms = Array.from({ length: topics }, () => new Set<WebSocket>())
  server.on('connection', (socket, request) => {
    const room = rooms[Number(new URL(request.url!, 'http://server').searchParams.get('topic'))]!
    room.add(socket)
    socket.on('close', () => room.delete(socket))
    socket.on('error', () => undefined)
    socket.send('ready')
  })
  await once(server, 'listening')
  let rev = 0
  return {
    address: { protocol: 'raw', url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` },
    publish(topic) {
      const event = { rev: ++rev, at: new Date().toISOString(), text: filler(60) }
      const data = Buffer.from(JSON.stringify(event))
      for (const socket of rooms[topic]!) if (socket.readyState === socket.OPEN) socket.send(data, { binary: false })
    },
  }
}
