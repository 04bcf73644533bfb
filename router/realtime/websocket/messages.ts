import type { GraphQLFormattedError } from 'graphql'
import {
  MessageType,
  parseMessage,
  type CompleteMessage,
  type ConnectionInitMessage,
  type PingMessage,
  type PongMessage,
  type SubscribeMessage,
} from 'graphql-ws'
import { isDeeper } from '../../supergraph/index.ts'

export type ClientMessage = ConnectionInitMessage | PingMessage | PongMessage | SubscribeMessage | CompleteMessage

const fromClients = new Set<string>([
  MessageType.ConnectionInit,
  MessageType.Ping,
  MessageType.Pong,
  MessageType.Subscribe,
  MessageType.Complete,
])

/** Lists and objects within one another in the payload of a `ping`, which is written again in its `pong`: deeper would fail. */
const pingLevels = 100

/** A client's message, or what is wrong: the text is none, one that only servers send, or a `ping` that cannot be answered. */
export function readClientMessage(text: string): ClientMessage | { wrong: string } {
  try {
    const message = parseMessage(text)
    if (!fromClients.has(message.type)) return { wrong: `no client sends ${JSON.stringify(message.type)}` }
    if (message.type === MessageType.Ping && isDeeper(message.payload, pingLevels)) return { wrong: 'nested too deep' }
    return message as ClientMessage
  } catch (cause) {
    return { wrong: (cause as Error).message }
  }
}

export const ackMessage = JSON.stringify({ type: MessageType.ConnectionAck })

/** Any graphql-transport-ws client answers it with a `pong`; one that looks at the payload can tell its user. */
export const streamMessage = (isDelayed: boolean): string =>
  JSON.stringify({ type: MessageType.Ping, payload: { stream: isDelayed ? 'delayed' : 'live' } })

export const pongMessage = (payload?: Record<string, unknown>): string =>
  JSON.stringify({ type: MessageType.Pong, payload })

/** What follows the id in a `next` message. `result`: an execution result as JSON. */
export const nextTail = (result: string): string => `,"type":"next","payload":${result}}`

/** `quotedId`: as JSON. */
export const errorMessage = (quotedId: string, payload: readonly GraphQLFormattedError[]): string =>
  `{"id":${quotedId},"type":"error","payload":${JSON.stringify(payload)}}`

/** `quotedId`: as JSON. */
export const completeMessage = (quotedId: string): string => `{"id":${quotedId},"type":"complete"}`
