import { viewerOf, requireScope, type PlainReply, type PlainRequest } from '../../../platform/subgraph/index.ts'
import { exportMessages } from '../domain/exportMessages.ts'
import { messageCursor } from '../domain/messageRange.ts'
import { requestedPeriod } from '../domain/period.ts'
import { exportReply } from './exportReply.ts'
import { momentOf, parametersOf, wholeOf } from './parameters.ts'
import type { PlainParts } from './plainParts.ts'

const MOST = 100_000_000

/** `GET /export/conversations/{id}/messages?after=&from=&to=&limit=` */
export async function exportMessagesRoute(
  { database, verifier, exports, logger }: PlainParts,
  request: PlainRequest,
  url: URL,
  [conversationId]: readonly string[],
): Promise<PlainReply> {
  const viewer = async () => {
    const viewer = await viewerOf(request.authorization, verifier)
    requireScope(viewer, 'MESSAGES_READ')
    return viewer
  }
  const { userId } = (await viewer()).required()
  const given = parametersOf(url, ['after', 'from', 'to', 'limit'])
  const wanted = {
    conversationId: conversationId!,
    after: given.after ? Math.max(0, messageCursor.decode(given.after)[0]) : 0,
    period: requestedPeriod({ from: momentOf('from', given.from), to: momentOf('to', given.to) }),
    limit: wholeOf('limit', given.limit, 1, MOST) ?? MOST,
  }
  const { end } = exports.begin(userId)
  return exportReply(exportMessages(database, viewer, wanted), { done: end, logger, requestId: request.requestId })
}
