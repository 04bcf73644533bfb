import { Forbidden } from '../../../platform/errors.ts'
import type { ConversationRow } from '../store/conversations.ts'
import type { MemberRole } from '../store/members.ts'

/** What can be done to a group. Removing someone else is an action of its own for each role that they may have. */
export type Action =
  'rename' | 'invite' | 'add' | 'remove GUEST' | 'remove MEMBER' | 'remove ADMIN' | 'remove OWNER' | 'leave'

/**
 * Who may do what to a group: the whole rule. Reading and writing need no more than membership.
 * A direct conversation always has the same two members and no title, so none of this is open to it.
 */
export const permissions: Readonly<Record<Action, readonly MemberRole[]>> = {
  rename: ['OWNER', 'ADMIN'],
  invite: ['OWNER', 'ADMIN'],
  add: ['OWNER', 'ADMIN'],
  'remove GUEST': ['OWNER', 'ADMIN'],
  'remove MEMBER': ['OWNER', 'ADMIN'],
  'remove ADMIN': ['OWNER'],
  'remove OWNER': ['OWNER'],
  leave: ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'],
}

/** The same for a conversation that is not the viewer's and for one that is not there: neither tells of the other. */
export const notAMember = () => new Forbidden('There is no such conversation for you.')

/** @throws Forbidden  the conversation is direct, or the role may not do it */
export function requirePermission(conversation: Pick<ConversationRow, 'kind'>, role: MemberRole, action: Action): void {
  if (conversation.kind === 'DIRECT') {
    throw new Forbidden('A direct conversation always has the same two members, and no title or invites.')
  }
  if (!permissions[action].includes(role)) {
    throw new Forbidden(`This needs the role ${permissions[action].join(' or ')}; yours is ${role}.`)
  }
}
