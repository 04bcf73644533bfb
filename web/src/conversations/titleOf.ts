import { t } from '../i18n/i18n.ts'
import type { ConversationRow } from './conversationRow.ts'

/** As much of a conversation as its name takes. */
export type Named = Pick<ConversationRow, 'kind' | 'title' | 'members'>

/** A group's title; for two people, the other one's name. */
export function titleOf(row: Named, viewerId: string): string {
  return row.title ?? otherOf(row, viewerId)?.name ?? t('conversations.untitled')
}

/** The other one of a direct conversation. */
export const otherOf = (row: Named, viewerId: string) =>
  row.kind === 'DIRECT' ? row.members.edges.find(({ node }) => node.user.id !== viewerId)?.node.user : undefined
