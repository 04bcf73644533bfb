import type { Actor, Conversations } from './conversations.ts'
import { tellReceipt } from './liveReceipts.ts'
import { moveReceipt } from './moveReceipt.ts'

/** Moves the viewer's pointer as `moveReceipt` does, and tells the others live that it has. */
export async function markReceipt(
  conversations: Conversations,
  actor: Pick<Actor, 'userId'>,
  receipt: 'read' | 'delivered',
  input: { conversationId: string; seq: number },
): Promise<void> {
  if (!(await moveReceipt(conversations, actor, receipt, input))) return
  await tellReceipt(conversations, input.conversationId.toLowerCase(), actor.userId)
}
