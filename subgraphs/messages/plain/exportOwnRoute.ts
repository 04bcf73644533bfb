import { viewerOf, requireScope, type PlainReply, type PlainRequest } from '../../../platform/subgraph/index.ts'
import { exportOwnMessages, ownExportCursor } from '../domain/exportOwnMessages.ts'
import { exportReply } from './exportReply.ts'
import { parametersOf, wholeOf } from './parameters.ts'
import type { PlainParts } from './plainParts.ts'

const MOST = 100_000_000

/** `GET /export/me?after=&limit=`, for a person's own session */
export async function exportOwnRoute(
  { database, verifier, exports, logger }: PlainParts,
  request: PlainRequest,
  url: URL,
): Promise<PlainReply> {
  const viewer = async () => {
    const viewer = await viewerOf(request.authorization, verifier)
    requireScope(viewer, undefined)
    return viewer
  }
  const { userId } = (await viewer()).required()
  const given = parametersOf(url, ['after', 'limit'])
  const wanted = {
    after: given.after ? ownExportCursor.decode(given.after) : undefined,
    limit: wholeOf('limit', given.limit, 1, MOST) ?? MOST,
  }
  const { end } = exports.begin(userId)
  return exportReply(exportOwnMessages(database, viewer, wanted), { done: end, logger, requestId: request.requestId })
}
