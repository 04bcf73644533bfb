import { NotFound } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { findMembers, type MemberRow } from '../store/members.ts'
import type { Change } from './changeConversation.ts'

/**
 * Someone else's place in the conversation under change, past members too.
 * @throws NotFound  they never were a member
 */
export async function requireMember({ tx, conversation }: Change, userId: string): Promise<MemberRow> {
  const id = knownId(userId)
  const member = id ? (await findMembers(tx, conversation.id, [id])).get(id) : undefined
  if (!member) throw new NotFound('This user is not a member.')
  return member
}

/**
 * The same, active ones only.
 * @throws NotFound  they are not a member
 */
export async function requireActiveMember(change: Change, userId: string): Promise<MemberRow> {
  const member = await requireMember(change, userId)
  if (member.state !== 'ACTIVE') throw new NotFound('This user is not a member.')
  return member
}
