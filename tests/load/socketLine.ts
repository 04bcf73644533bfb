import { WebSocket } from 'ws'
import type { OpenLine, Refusal, Result } from './line.ts'

type Message =
  | { type: 'connection_ack' | 'complete' | 'ping'; payload?: never }
  | { type: 'next'; payload: Result }
  | { type: 'error'; payload: Refusal[] }

/** graphql-transport-ws. */
export const openSocketLine: OpenLine = (url, token, operation, hears) => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  const say = (message: object) => socket.send(JSON.stringify(message))
  socket.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }))
  socket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data)) as Message
    if (type === 'next') hears.next(payload)
    else if (type === 'error') hears.refused(payload)
    else if (type === 'complete') hears.completed()
    else if (type === 'connection_ack') say({ id: '1', type: 'subscribe', payload: operation })
  })
  socket.on('error', () => undefined)
  socket.on('close', (code) => hears.closed(String(code)))
  return { cut: () => socket.terminate() }
}
