import { InvalidInput, LimitExceeded } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { DraftContent } from '../../../platform/timeline/index.ts'

/** Users that one message may mention. */
export const maxMentions = 50

export interface MentionsInput {
  mentions?: readonly string[] | null
  mentionsEveryone?: boolean | null
}

export type Mentions = Pick<DraftContent, 'mentions' | 'mentionsEveryone'>

/**
 * Whom a message mentions: each user once, in an order of their own, so that equal mentions are equal.
 * @throws LimitExceeded  more than 50 users
 * @throws InvalidInput   what can be no user's id
 */
export function checkedMentions({ mentions, mentionsEveryone }: MentionsInput): Mentions {
  if (mentions && mentions.length > maxMentions) {
    throw new LimitExceeded(`A message mentions at most ${maxMentions} users.`)
  }
  const ids = [...new Set((mentions ?? []).map(userId))].sort()
  return { ...(ids.length > 0 && { mentions: ids }), ...(mentionsEveryone && { mentionsEveryone: true }) }
}

function userId(given: string): string {
  const id = knownId(given)
  if (!id) throw new InvalidInput('Only members of the conversation can be mentioned.')
  return id
}

export const sameMentions = (a: Mentions | null, b: Mentions | null): boolean =>
  a?.mentionsEveryone === b?.mentionsEveryone && String(a?.mentions ?? []) === String(b?.mentions ?? [])
