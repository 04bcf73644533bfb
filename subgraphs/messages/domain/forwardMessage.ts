import type { Database } from '../../../platform/database/index.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { isGone, timeOf } from '../store/messageRow.ts'
import { readEarlierSends } from '../store/readEarlierSends.ts'
import { noSuchMessage } from './changeTimeline.ts'
import { contentHash } from './contentHash.ts'
import type { History } from './history.ts'
import type { SendQueue } from './sendQueue.ts'
import { placeOf } from './validateDraft.ts'

export interface ForwardMessageInput {
  messageId: string
  conversationId: string
  clientMessageId: string
}

interface Forwarding {
  database: Database
  sends: SendQueue
  history: History
}

/**
 * Sends the text of a message that the viewer may read to a conversation, once, with where it comes from: of what was
 * forwarded already, the first sender. A copy: a later edit or deletion of the source does not reach it. Files are shared,
 * their bytes are not copied.
 * @throws Forbidden  no such message for the viewer, or one that expires, or they may not write there
 * @throws NotFound   the message was deleted
 * @throws IdempotencyConflict, InvalidInput, Overloaded, Unavailable  as for a send
 */
export async function forwardMessage(
  { database, sends, history }: Forwarding,
  viewer: Identity,
  input: ForwardMessageInput,
): Promise<MessagePayload> {
  const place = placeOf(input, viewer.userId)
  const source = await history.row(input.messageId)
  if (!source || isGone(source, Date.now())) {
    // A retry finds what it has sent, also when its source has gone meanwhile (I2).
    const sent = await forwardedBefore({ database, history }, place, input.messageId)
    if (sent) return sent
    throw source ? new NotFound('The message was deleted.') : noSuchMessage()
  }
  if (source.expiresAt !== null) throw new Forbidden('A message that expires cannot be forwarded: the copy would stay.')
  const { id: messageId, senderId, createdAt, text } = source
  const attachmentIds = source.extras?.attachments?.map((file) => file.id)
  const forwarded = source.extras?.forwarded ?? { messageId, senderId, sentAt: timeOf(createdAt) }
  const content = { text, forwarded, ...(attachmentIds && { attachmentIds }) }
  return sends.enqueue({ ...place, ...content, contentHash: hashOf(messageId) })
}

/** Of a forward the text does not count: it is that of its source. */
const hashOf = (messageId: string) => contentHash({ text: '', forwardedId: messageId })

async function forwardedBefore(
  { database, history }: Omit<Forwarding, 'sends'>,
  { clientMessageId, ...place }: ReturnType<typeof placeOf>,
  messageId: string,
): Promise<MessagePayload | null> {
  const id = knownId(messageId)
  const [earlier] = id ? await readEarlierSends(database, [{ ...place, clientMessageIds: [clientMessageId] }]) : []
  return id && earlier?.contentHash === hashOf(id) ? history.message(earlier.id) : null
}
