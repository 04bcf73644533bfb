import type { OutgoingMessage as Outgoing } from '../../../client/outbox/outboxState.ts'
import type { FilePartsFragment, QuoteFragment } from '../generated.ts'

/** What somebody has written, with what goes with it. */
export interface NewMessage {
  text: string
  /** What it quotes, as the sender saw it. */
  replyTo: QuoteFragment | null
  /** The message in whose thread it stands. */
  threadRoot: QuoteFragment | null
  mentions: readonly { id: string; name: string }[]
  mentionsEveryone: boolean
  /** Files, whose bytes are on the server already. */
  attachments: readonly FilePartsFragment[]
  /** Null: it stays. */
  expireAfterSeconds: number | null
}

export type OutgoingMessage = Outgoing<NewMessage>

/** A message that is text and nothing else. */
export const plainMessage = (text: string): NewMessage => ({
  text,
  replyTo: null,
  threadRoot: null,
  mentions: [],
  mentionsEveryone: false,
  attachments: [],
  expireAfterSeconds: null,
})

/** What was kept over a reload. An entry of an older version of this page lacks what came later. */
export function reviveMessage(kept: Partial<NewMessage>): NewMessage | null {
  const { text, mentions, mentionsEveryone, expireAfterSeconds } = kept
  if (typeof text !== 'string') return null
  return {
    ...plainMessage(text),
    replyTo: kept.replyTo?.id && kept.replyTo.sender ? kept.replyTo : null,
    threadRoot: kept.threadRoot?.id && kept.threadRoot.sender ? kept.threadRoot : null,
    mentions: Array.isArray(mentions) ? mentions : [],
    mentionsEveryone: mentionsEveryone === true,
    attachments: Array.isArray(kept.attachments) ? kept.attachments : [],
    expireAfterSeconds: typeof expireAfterSeconds === 'number' ? expireAfterSeconds : null,
  }
}
