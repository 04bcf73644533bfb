/** Plain HTTP beside GraphQL: like resolvers, these files only translate. */
import { NotFound } from '../../../platform/errors.ts'
import type { PassThrough, PlainHandler } from '../../../platform/subgraph/index.ts'
import { exportMessagesRoute } from './exportMessagesRoute.ts'
import type { PlainParts } from './plainParts.ts'

export type { PlainParts } from './plainParts.ts'

/** What of the public door's addresses this subgraph answers. */
export const passThroughs: readonly PassThrough[] = [
  { prefix: '/export/', methods: ['GET'], bodyLimitBytes: 0, mostOpen: 64, idleMs: 60_000 },
]

const routes: readonly [RegExp, typeof exportMessagesRoute][] = [
  [/^\/export\/conversations\/([^/]{1,64})\/messages$/, exportMessagesRoute],
]

export const plainHandler =
  (parts: PlainParts): PlainHandler =>
  async (request) => {
    const url = new URL(request.url, 'http://messages')
    for (const [path, answer] of routes) {
      const [, id] = path.exec(url.pathname) ?? []
      if (id !== undefined) return answer(parts, request, url, id)
    }
    throw new NotFound('There is nothing at this address.')
  }
