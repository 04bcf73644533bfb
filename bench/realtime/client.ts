import { WebSocket } from 'ws'
import type { PeerAddress } from './peer.ts'

export interface Client {
  address: PeerAddress
  topic: number
  operation: number
  /** The address it comes from: each has ports for some 28,000. Undefined: any. */
  from?: string | undefined
}

/** What it takes to be subscribed: answers to the messages that are no events. Calls `ready` when it is. */
type Talk = (socket: WebSocket, text: string, client: Client, ready: () => void) => void

const talks: Record<PeerAddress['protocol'], Talk> = {
  raw: (_socket, _text, _client, ready) => ready(),
  // Engine.IO 4: `0` opens, `40` joins the namespace, `2` is a ping.
  'socket.io': (socket, text, _client, ready) => {
    if (text.startsWith('0')) socket.send('40')
    else if (text === '2') socket.send('3')
    else if (text.startsWith('42["ready"')) ready()
  },
  'graphql-ws': (socket, text, { address, topic, operation }, ready) => {
    const { type } = JSON.parse(text) as { type: string }
    if (type === 'connection_ack') {
      // As long as the ids that graphql-ws makes.
      const payload = address.subscribe![topic]![operation]
      socket.send(JSON.stringify({ id: crypto.randomUUID(), type: 'subscribe', payload }))
      ready()
    } else if (type !== 'ping') throw new Error(`Not expected: ${text}`)
  },
}

/** Resolves when this client is subscribed, as far as its protocol tells. `onEvent` gets the text of each delivery. */
export function connect(client: Client, onEvent: (text: string) => void): Promise<WebSocket> {
  const { address } = client
  return new Promise((resolve, reject) => {
    const protocols = address.protocol === 'graphql-ws' ? ['graphql-transport-ws'] : []
    const socket = new WebSocket(urlOf(client), protocols, client.from ? { localAddress: client.from } : {})
    socket.on('error', reject)
    socket.on('message', (data) => {
      const text = String(data)
      if (text.includes('xxxx')) onEvent(text)
      else talks[address.protocol](socket, text, client, () => resolve(socket))
    })
    if (address.protocol === 'graphql-ws') {
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: address.init ?? {} })))
    }
  })
}

function urlOf({ address: { protocol, url }, topic }: Client): string {
  if (protocol === 'raw') return `${url}/?topic=${topic}`
  return protocol === 'socket.io' ? `${url}/socket.io/?EIO=4&transport=websocket&topic=${topic}` : url
}
