import type { Transaction } from '../../../platform/database/index.ts'
import { appendToInboxes, type ConversationRef, type InboxPayload } from '../../../platform/timeline/index.ts'
import { findMembers, type MemberRow } from '../store/members.ts'
import type { Conversations } from './conversations.ts'
import { notAMember } from './permissions.ts'
import { settingsOf } from './settingsOf.ts'
import { unreadAfter } from './unread.ts'

/** How one member sees a conversation, under change. */
export interface OwnView {
  readonly tx: Transaction
  /** Their membership as it was before. */
  readonly member: MemberRow
}

/** What may change of it, and is told. */
type Told = 'read' | 'cleared' | 'settings' | 'draft'

/**
 * Changes how a member sees a conversation, and tells their other devices by their own log: state that nobody else sees, so the
 * conversation's log and its lock are left alone. `work` says what it has changed; for nothing, nothing is told.
 * @throws Forbidden  not a member
 */
export async function changeOwnView(
  { database, publisher, now }: Conversations,
  { conversationId, userId }: { conversationId: string; userId: string },
  work: (view: OwnView) => Promise<readonly Told[]>,
): Promise<void> {
  const at = now()
  const events = await database.transaction(async (tx) => {
    const read = async () => (await findMembers(tx, conversationId, [userId])).get(userId)
    const member = await read()
    if (member?.state !== 'ACTIVE') throw notAMember()
    const told = await work({ tx, member })
    // The row that was written is held until the commit, so the log tells what stays.
    const after = told.length > 0 ? await read() : undefined
    if (after?.state !== 'ACTIVE') return []
    const payloads = told.map((what) => tellings[what](after, at))
    return appendToInboxes(
      tx,
      payloads.map((payload) => ({ userId, payload })),
      at,
    )
  })
  publisher.publish(events)
}

const conversationOf = ({ conversationId }: MemberRow): ConversationRef => ({
  __typename: 'Conversation',
  id: conversationId,
})

const tellings: Record<Told, (member: MemberRow, at: number) => InboxPayload> = {
  read: (member) => ({
    __typename: 'ReadMoved',
    conversation: conversationOf(member),
    readSeq: member.readSeq,
    unreadAfter: unreadAfter(member),
  }),
  cleared: (member) => ({
    __typename: 'HistoryCleared',
    conversation: conversationOf(member),
    clearedSeq: member.clearedSeq,
    unreadAfter: unreadAfter(member),
  }),
  settings: (member, at) => {
    const { mutedUntil, ...settings } = settingsOf(member, at)
    return {
      __typename: 'SettingsChanged',
      conversation: conversationOf(member),
      settings: {
        __typename: 'ConversationSettings',
        ...settings,
        mutedUntil: mutedUntil === null ? null : new Date(mutedUntil).toISOString(),
      },
    }
  },
  draft: (member) => ({ __typename: 'DraftChanged', conversation: conversationOf(member) }),
}
