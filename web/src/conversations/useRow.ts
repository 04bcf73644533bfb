import { useFragment } from '@apollo/client/react'
import { ConversationRowFragmentDoc } from '../generated.ts'
import type { ConversationRow } from './conversationRow.ts'

/** A conversation's row as it changes; null while it is not known. */
export function useRow(id: string): ConversationRow | null {
  const { data, complete } = useFragment({
    fragment: ConversationRowFragmentDoc,
    fragmentName: 'ConversationRow',
    from: { __typename: 'Conversation', id },
  })
  return complete ? data : null
}
