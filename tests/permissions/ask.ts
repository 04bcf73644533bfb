import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'
import { until } from '../../platform/time/until.ts'
import type { Place } from '../harness/place.ts'
import type { Row } from './row.ts'
import type { Persona, Scene } from './scene.ts'

/** What a persona is answered: `ok`, `null`, or the code of the first error. */
export type Verdict = string

export async function ask(
  place: Place,
  token: string | undefined,
  row: Row,
  scene: Scene,
  persona: Persona,
): Promise<Verdict> {
  const { query, variables = {} } = await row.run(scene, persona)
  if (query.startsWith('subscription'))
    return listen(place, token, { query, variables }, () => row.provoke?.(scene, persona))
  const { data, errors } = await place.graphql(query, variables, token ? { authorization: `Bearer ${token}` } : {})
  if (errors) return errors[0]!.extensions.code
  return Object.values(data ?? {}).every((value) => value === null) ? 'null' : 'ok'
}

/** A refused subscription is told so; one that is allowed tells something, or stays while others are answered. */
async function listen(
  place: Place,
  token: string | undefined,
  operation: { query: string; variables: Record<string, unknown> },
  provoke: () => Promise<unknown> | undefined,
): Promise<Verdict> {
  const client: Client = createClient({
    url: `${place.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token ? { connectionParams: { authorization: `Bearer ${token}` } } : {}),
  })
  let verdict: Verdict | undefined
  client.subscribe<Record<string, unknown>>(operation, {
    next: ({ errors }) => (verdict ??= (errors?.[0]?.extensions?.['code'] as string | undefined) ?? 'ok'),
    error: (error) => (verdict ??= Array.isArray(error) ? error[0].extensions.code : String(error)),
    complete: () => undefined,
  })
  try {
    await until(
      async () => {
        await provoke()
        return verdict !== undefined
      },
      () => `no word for the subscription`,
    )
    return verdict!
  } finally {
    await client.dispose()
  }
}
