import { InvalidInput } from '../../../platform/errors.ts'
import { createCursor, type PageArguments, requestedPage } from '../../../platform/pagination/index.ts'
import type { SeqRange } from '../store/readRanges.ts'

/** A message's place among the others: its `seq`, which never changes, so a cursor holds while messages arrive. */
export const messageCursor = createCursor(['number'])

export interface MessagesArguments extends PageArguments {
  fromSeq?: number | null
}

/** Above every `seq`, and still a number that every database compares exactly. */
const beyond = Number.MAX_SAFE_INTEGER

/**
 * The range behind the arguments of `Conversation.messages`: the newest 50 unless told. `fromSeq` bounds it from below for
 * a page that goes forward, and from above for one that goes back; that message is in it.
 * @throws InvalidInput  arguments that contradict each other, are out of range, or no cursor
 */
export function messageRange(args: MessagesArguments): SeqRange {
  const page = requestedPage(args, messageCursor, { direction: 'backward', size: 50 })
  const fromSeq = args.fromSeq ?? undefined
  if (fromSeq !== undefined && fromSeq < 1) throw new InvalidInput('fromSeq must be at least 1.')
  const forward = page.direction === 'forward'
  const above = page.after?.[0] ?? 0
  const below = page.before?.[0] ?? beyond
  return {
    above: forward && fromSeq !== undefined ? Math.max(above, fromSeq - 1) : above,
    below: !forward && fromSeq !== undefined ? Math.min(below, fromSeq + 1) : below,
    limit: page.limit,
    end: forward ? 'first' : 'last',
  }
}
