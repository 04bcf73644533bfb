/** Plain HTTP beside GraphQL: like resolvers, these files only translate. */
import { NotFound } from '../../../platform/errors.ts'
import type { PassThrough, PlainHandler, PlainReply, PlainRequest } from '../../../platform/subgraph/index.ts'
import { exportMessagesRoute } from './exportMessagesRoute.ts'
import { exportOwnRoute } from './exportOwnRoute.ts'
import { fileRoute } from './fileRoute.ts'
import { hookRoute } from './hookRoute.ts'
import type { PlainParts } from './plainParts.ts'

export type { PlainParts } from './plainParts.ts'

/** What of the public door's addresses this subgraph answers. */
export const passThroughs: readonly PassThrough[] = [
  { prefix: '/export/', methods: ['GET'], bodyLimitBytes: 0, mostOpen: 64, idleMs: 60_000 },
  // As large as any file may be; how large it is was said before. Downloads are read no faster than they are taken; an upload's
  // answer waits for its thumbnail (domain/thumbnails).
  { prefix: '/files/', methods: ['GET', 'HEAD', 'PUT'], bodyLimitBytes: 2_147_483_647, mostOpen: 200, idleMs: 120_000 },
  { prefix: '/hooks/', methods: ['POST'], bodyLimitBytes: 65_536, mostOpen: 500, idleMs: 15_000 },
]

/** Each gets what its pattern has found. */
type Route = (parts: PlainParts, request: PlainRequest, url: URL, found: readonly string[]) => Promise<PlainReply>

const routes: readonly [RegExp, Route][] = [
  [/^\/hooks\/([^/]{1,64})\/([^/]{1,128})$/, hookRoute],
  [/^\/files\/([^/]{1,64})$/, fileRoute],
  [/^\/export\/conversations\/([^/]{1,64})\/messages$/, exportMessagesRoute],
  [/^\/export\/me$/, exportOwnRoute],
]

export const plainHandler =
  (parts: PlainParts): PlainHandler =>
  async (request) => {
    const url = new URL(request.url, 'http://messages')
    for (const [path, answer] of routes) {
      const found = path.exec(url.pathname)
      if (found) return answer(parts, request, url, found.slice(1))
    }
    throw new NotFound('There is nothing at this address.')
  }
