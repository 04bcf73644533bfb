import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { BadRequest, Unauthenticated } from '../../platform/errors.ts'
import type { PubSub } from '../../platform/events/pubsub.ts'
import { readBody } from './readBody.ts'
import { Refusal } from './refusal.ts'
import { isSameSecret } from './secret.ts'

/** Takes live events from subgraphs that share no pub/sub with the router. */
export type EventDoor = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const MAX_BODY_BYTES = 1_048_576
const MAX_EVENTS = 1_000

const event = z.object({
  topic: z.string().min(1).max(256),
  rev: z.number().int().nonnegative(),
  payload: z.looseObject({ __typename: z.string() }),
  endsFor: z.array(z.string()).optional(),
})
const eventList = z.union([event.transform((one) => [one]), z.array(event).max(MAX_EVENTS)])

/** `POST /events` with `Authorization: Bearer <secret>` and a TopicEvent, or a list of them, in order. */
export const eventDoor =
  (secret: string, pubsub: PubSub): EventDoor =>
  async (request, response) => {
    if (request.method !== 'POST') throw new Refusal(405, new BadRequest('Use POST here.'), { allow: 'POST' })
    if (!isSameSecret(request.headers.authorization ?? '', `Bearer ${secret}`)) {
      throw new Refusal(401, new Unauthenticated('Events are taken with the secret of this router only.'))
    }
    const events = eventList.safeParse(json(await readBody(request, MAX_BODY_BYTES)))
    if (!events.success) throw new Refusal(400, new BadRequest('The body is to be an event {topic, rev, payload}.'))
    await pubsub.publishMany(events.data.map((one) => ({ channel: one.topic, message: JSON.stringify(one) })))
    response.writeHead(204).end()
  }

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, new BadRequest('The body is not well-formed JSON.'))
  }
}
