import { InvalidInput, NotFound } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { MAX_PAGE_SIZE } from '../../../platform/pagination/index.ts'
import type { SeqRange } from '../store/readRanges.ts'
import type { History } from './history.ts'
import type { MessagesArguments } from './messageRange.ts'

/**
 * The page in whose middle a message stands: where a link to it leads. `first` or `last` says how many messages, 50 unless told.
 * @throws Forbidden     not an active member
 * @throws NotFound      no message of this conversation
 * @throws InvalidInput  other bounds besides, or a size out of range
 */
export async function rangeAround(
  history: History,
  conversationId: string,
  { around, first, last, after, before, fromSeq }: MessagesArguments & { around: string },
): Promise<SeqRange> {
  if ([after, before, fromSeq].some((bound) => bound !== undefined && bound !== null)) {
    throw new InvalidInput('around says where the page stands: give no other bound.')
  }
  if (typeof first === 'number' && typeof last === 'number') throw new InvalidInput('Give first or last, not both.')
  const size = first ?? last ?? 50
  if (size < 1 || size > MAX_PAGE_SIZE) throw new InvalidInput(`The size must be from 1 to ${MAX_PAGE_SIZE}.`)
  await history.requireMember(conversationId)
  const row = await history.row(around)
  if (row?.conversationId !== knownId(conversationId))
    throw new NotFound('around names no message of this conversation.')
  const above = Math.max(0, row!.seq - 1 - Math.floor(size / 2))
  return { above, below: above + size + 1, limit: size, end: 'first' }
}
