import type { Page } from '../../../platform/pagination/index.ts'
import type { ConversationView } from '../store/conversationViews.ts'
import type { InviteRow } from '../store/invites.ts'
import { holds } from './inviteCode.ts'
import type { Loaders } from './loaders.ts'
import { may } from './permissions.ts'

/** Place of a link among those of its conversation: newest first. */
export type InviteKey = [createdAt: number, code: string]

export const inviteKey = ({ createdAt, code }: InviteRow): InviteKey => [createdAt, code]

/**
 * A page of the links that still hold and one more, newest first; null for who may not invite. All of them are read (at most
 * MAX_INVITES hold, and some have ended), and the page is cut out here.
 */
export async function listInvites(
  { invites }: Loaders,
  conversation: ConversationView,
  { direction, limit, after, before }: Page<InviteKey>,
  now: number,
): Promise<InviteRow[] | null> {
  if (!may(conversation, conversation.viewer.role, 'invite')) return null
  const holding = (await invites.load(conversation.id)).filter((invite) => holds(invite, now))
  const wanted = holding.filter((invite) => {
    const key = inviteKey(invite)
    return (!after || isBefore(after, key)) && (!before || isBefore(key, before))
  })
  return (direction === 'forward' ? wanted : wanted.reverse()).slice(0, limit + 1)
}

/** Whether `a` stands before `b` in the list. */
const isBefore = (a: InviteKey, b: InviteKey) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])
