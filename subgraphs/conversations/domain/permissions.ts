import { Forbidden } from '../../../platform/errors.ts'
import type { ConversationKind, ConversationRow } from '../store/conversations.ts'
import type { MemberRole } from '../store/members.ts'

/**
 * What can be done in a conversation. To manage someone of a role is to remove or ban them, to make someone that, and to
 * make them something else: so a change of role needs the right to manage both the old role and the new one.
 */
export type Action =
  | 'write'
  | 'change title or picture'
  | 'change topic'
  | 'invite'
  | 'add'
  | `manage ${MemberRole}`
  | 'unban'
  | 'transfer ownership'
  | 'manage webhooks'
  | 'leave'

type Roles = readonly MemberRole[]

const everyone: Roles = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST']
const staff: Roles = ['OWNER', 'ADMIN']
const owners: Roles = ['OWNER']

/** A direct conversation always has the same two members, and no title: this is open to nobody there. */
const butDirect = (roles: Roles) => ({ DIRECT: [], GROUP: roles, CHANNEL: roles, ANNOUNCEMENT: roles })

/**
 * Who may do what, in each kind of conversation: the whole rule, and what docs/permissions.md is made of. Reading, receipts
 * and one's own settings need no more than membership.
 */
export const permissions: Readonly<Record<Action, Readonly<Record<ConversationKind, Roles>>>> = {
  write: { DIRECT: everyone, GROUP: everyone, CHANNEL: everyone, ANNOUNCEMENT: staff },
  'change title or picture': butDirect(staff),
  'change topic': { DIRECT: [], GROUP: ['OWNER', 'ADMIN', 'MEMBER'], CHANNEL: staff, ANNOUNCEMENT: staff },
  invite: butDirect(staff),
  add: butDirect(staff),
  'manage GUEST': butDirect(staff),
  'manage MEMBER': butDirect(staff),
  'manage ADMIN': butDirect(owners),
  'manage OWNER': butDirect(owners),
  unban: butDirect(staff),
  'transfer ownership': butDirect(owners),
  'manage webhooks': butDirect(staff),
  leave: butDirect(everyone),
}

/** The same for a conversation that is not the viewer's and for one that is not there: neither tells of the other. */
export const notAMember = () => new Forbidden('There is no such conversation for you.')

type Kind = Pick<ConversationRow, 'kind'>

export const may = ({ kind }: Kind, role: MemberRole, action: Action): boolean =>
  permissions[action][kind].includes(role)

/** @throws Forbidden  the conversation is direct, or the role may not do it */
export function requirePermission(conversation: Kind, role: MemberRole, action: Action): void {
  if (may(conversation, role, action)) return
  const roles = permissions[action][conversation.kind]
  if (roles.length === 0) {
    throw new Forbidden('A direct conversation always has the same two members, and no title or invites.')
  }
  throw new Forbidden(`This needs the role ${roles.join(' or ')}; yours is ${role}.`)
}
