import type { TopicEvent } from '../../platform/events/index.ts'
import type { EventPayload, MessagePayload } from '../../platform/timeline/events.ts'
import type { NotificationKind, Spread } from './desk.ts'
import type { ConversationKind } from './store/conversations.ts'

/** An event that is meant for somebody, before anyone was asked who that is. */
export interface Call {
  kinds: readonly NotificationKind[]
  /** A user; the author of the message at a `seq`; or whoever else is in a direct conversation. */
  to: { userId: string } | { authorOf: number } | 'others'
  subject: string
  message: { id: string; seq: number } | null
  actorId: string
  at: number
}

export interface Calls {
  calls: Call[]
  /** Mentions of everyone. */
  spreads: Spread[]
  /** Users who went. */
  leavers: string[]
}

/**
 * Whom an event of a conversation is meant for. An ordinary message of a group is meant for nobody in particular: it is no call,
 * and costs nothing.
 */
export function callsOf(event: TopicEvent, conversation: { id: string; kind: ConversationKind }): Calls {
  const payload = event.payload as unknown as EventPayload
  const at = Date.parse(payload.at)
  switch (payload.__typename) {
    case 'MessageSent':
      return ofMessage(payload.message, conversation, at)
    case 'MessageEdited':
      // Whom the edit mentions, and who was not told of the message before.
      return mentionsOf(payload.message, conversation, at)
    case 'MemberAdded': {
      const [userId, actorId] = [payload.user.id, payload.actor.id]
      // Nobody is told that somebody might write to them.
      if (userId === actorId || conversation.kind === 'DIRECT') return none
      const subject = `a:${conversation.id}:${event.rev}`
      return { ...none, calls: [{ kinds: ['ADDED'], to: { userId }, subject, message: null, actorId, at }] }
    }
    case 'ReactionChanged': {
      if (!payload.added) return none
      const { id, seq } = payload.message
      const actorId = payload.user.id
      const subject = `r:${id}:${actorId}`
      return {
        ...none,
        calls: [{ kinds: ['REACTION'], to: { authorOf: seq }, subject, message: { id, seq }, actorId, at }],
      }
    }
    case 'MemberRemoved':
      return { ...none, leavers: [payload.user.id] }
    default:
      return none
  }
}

const none: Calls = { calls: [], spreads: [], leavers: [] }

function ofMessage(message: MessagePayload, conversation: { id: string; kind: ConversationKind }, at: number): Calls {
  const named = mentionsOf(message, conversation, at)
  if (message.deletedAt) return named
  const about = aboutMessage(message, at)
  const answered = [message.replyTo?.seq, message.threadRoot?.seq].filter((seq) => seq !== undefined)
  const replies = answered.map((seq): Call => ({ ...about, kinds: ['REPLY'], to: { authorOf: seq } }))
  const direct: Call[] = conversation.kind === 'DIRECT' ? [{ ...about, kinds: ['DIRECT_MESSAGE'], to: 'others' }] : []
  return { ...named, calls: [...named.calls, ...replies, ...direct] }
}

function mentionsOf(message: MessagePayload, conversation: { id: string }, at: number): Calls {
  // A tombstone stands in the place of what was deleted since.
  if (message.deletedAt) return none
  const about = aboutMessage(message, at)
  const calls = (message.mentions ?? []).map(({ id: userId }): Call => ({
    ...about,
    kinds: ['MENTION'],
    to: { userId },
  }))
  const { actorId, message: place } = about
  const spreads = message.mentionsEveryone ? [{ conversationId: conversation.id, message: place, actorId, at }] : []
  return { ...none, calls, spreads }
}

/** Each user is told of a message once, for whatever reasons. */
const aboutMessage = ({ id, seq, sender }: MessagePayload, at: number) => ({
  subject: messageSubject(id),
  message: { id, seq },
  actorId: sender.id,
  at,
})

export const messageSubject = (messageId: string): string => `m:${messageId}`
