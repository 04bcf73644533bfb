import type { KafkaMessage } from 'kafkajs'
import type { TopicEvent } from '../topicEvent.ts'

/** A message as it came. Anybody may write to a topic: one that holds no event is treated like a poison event. */
export interface Received {
  key: string
  offset: string
  raw: string
  event: TopicEvent | undefined
}

export function receive(message: KafkaMessage): Received {
  const raw = message.value?.toString() ?? ''
  const event = parseEvent(raw)
  return { key: event?.topic ?? message.key?.toString() ?? '', offset: message.offset, raw, event }
}

/** @throws TypeError  one of them holds no event */
export const eventsOf = (run: readonly Received[]): TopicEvent[] =>
  run.map(({ event }) => {
    if (!event) throw new TypeError('The message holds no event.')
    return event
  })

function parseEvent(raw: string): TopicEvent | undefined {
  const value = parseJson(raw) as Partial<TopicEvent> | null | undefined
  const isEvent =
    typeof value === 'object' &&
    value !== null &&
    typeof value.topic === 'string' &&
    Number.isSafeInteger(value.rev) &&
    typeof value.payload === 'object' &&
    value.payload !== null
  return isEvent ? (value as TopicEvent) : undefined
}

/** The value, or undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
