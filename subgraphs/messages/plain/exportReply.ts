import { Readable } from 'node:stream'
import { answerError, type PlainReply } from '../../../platform/subgraph/index.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import type { ExportPart } from '../domain/exportMessages.ts'

/**
 * An export as NDJSON, read no faster than it is taken. The last line says how it ended: `end`, with the cursor to go on from
 * later, or `error`, with the cursor to go on from now. One that has neither was cut off: go on from the cursor of the last
 * whole line. Errors of the first part are thrown, so that they become the status of the answer.
 */
export async function exportReply(
  parts: AsyncGenerator<ExportPart>,
  { done, logger, requestId }: { done: () => void; logger: Logger; requestId?: string },
): Promise<PlainReply> {
  let first: IteratorResult<ExportPart>
  try {
    first = await parts.next()
  } catch (error) {
    done()
    throw error
  }
  const report = (error: unknown, errorId?: string) =>
    logger.error({ error, errorId, requestId }, 'an export has ended early')
  // Strings as they come: a part is asked for when the one before is taken.
  const body = Readable.from(linesOf(first, parts, report), { objectMode: false, highWaterMark: 16_384 })
  body.once('close', done)
  const headers = { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' }
  return { status: 200, headers, body }
}

async function* linesOf(
  first: IteratorResult<ExportPart>,
  parts: AsyncGenerator<ExportPart>,
  report: (error: unknown, errorId?: string) => void,
): AsyncGenerator<string> {
  let cursor: string | null = null
  let lines = 0
  try {
    for (let next = first; !next.done; next = await parts.next()) {
      const part = next.value
      ;({ cursor } = part)
      lines += part.lines.length
      if (part.lines.length > 0) yield part.lines.join('')
      if (part.end) yield `${JSON.stringify({ type: 'end', reason: part.end, cursor, lines })}\n`
    }
  } catch (error) {
    const { message, extensions } = answerError(error, report)
    yield `${JSON.stringify({ type: 'error', ...extensions, message, cursor, lines })}\n`
  } finally {
    await parts.return(undefined)
  }
}
