import { knownId } from '../../../platform/input/index.ts'
import type { ConversationView } from '../store/conversationViews.ts'
import type { Loaders } from './loaders.ts'
import { notAMember } from './permissions.ts'

/**
 * A conversation of the viewer, with its position and the viewer's membership.
 * @throws Forbidden  not a member, or no such conversation
 */
export async function readConversation({ conversation }: Loaders, conversationId: string): Promise<ConversationView> {
  const id = knownId(conversationId)
  const view = id && (await conversation.load(id))
  if (!view) throw notAMember()
  return view
}

/** The same after a change of the conversation in this request: what was read of it before counts no more. */
export function readChanged(loaders: Loaders, conversationId: string): Promise<ConversationView> {
  const id = knownId(conversationId)
  if (id) loaders.conversation.clear(id)
  loaders.members.clearAll()
  return readConversation(loaders, conversationId)
}
