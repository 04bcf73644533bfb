import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import type { Viewer } from '../../../platform/identity/viewer.ts'
import type { MessagePayload, MessageRef } from '../../../platform/timeline/index.ts'
import { readHidden } from '../store/hiddenMessages.ts'
import { type MessageKey, toMessage } from '../store/messageRow.ts'
import { readBySeqs } from '../store/readBySeqs.ts'
import { type PinRow, readPins } from '../store/pins.ts'
import { type ReactionRow, readReactions } from '../store/reactions.ts'
import { readFloors, readOwnReplies, readThreadReads, readThreads, type ThreadRow } from '../store/threads.ts'
import { noSuchMessage } from './changeTimeline.ts'
import type { Places } from './places.ts'

/** Where a message is: all that must be known of it. */
export type MessageAt = Pick<MessageRef, 'conversation' | 'seq'>

/** A thread as its viewer has it. */
export interface ViewedThread extends ThreadRow {
  /** Nothing up to this `seq` is unread to the viewer: it was there before they joined, or they have cleared it. */
  floorSeq: number
}

/**
 * What belongs to messages, asked for one by one and read in one statement. For one request. Whoever asks may have the
 * message from an event and be no member any more, so each asks for the membership first.
 * @throws Forbidden  not an active member
 */
export interface MessageLoaders {
  hidden(message: MessageAt): Promise<boolean>
  /** Another message of the conversation, that this one names. */
  referred(message: MessageAt): Promise<MessagePayload | null>
  /** The same of an event, which names a message that is there. */
  required(message: MessageAt): Promise<MessagePayload>
  /** Null while nobody has answered. */
  thread(root: MessageAt): Promise<ViewedThread | null>
  /** Replies that the viewer has neither read nor followed by one of their own, above the floor. */
  unreadReplies(thread: ViewedThread): Promise<number>
  reactions(message: MessageAt): Promise<ReactionRow[]>
  /** Null where it is not pinned. */
  pin(message: MessageAt): Promise<PinRow | null>
}

export function createMessageLoaders(database: Database, viewer: Viewer, places: Places): MessageLoaders {
  const viewerId = () => viewer.required().userId
  const hidden = perMessage((keys) => readHidden(database, viewerId(), keys))
  const referred = perMessage((keys) => readBySeqs(database, keys))
  const thread = perMessage((keys) => readThreads(database, keys))
  const reads = perMessage((keys) => readThreadReads(database, viewerId(), keys))
  const own = perMessage((keys) => readOwnReplies(database, viewerId(), keys))
  const floors = perMessage((keys: readonly ViewedThread[]) => readFloors(database, keys))
  const reactions = perMessage((keys) => readReactions(database, viewerId(), keys))

  const pin = perMessage((keys) => readPins(database, keys))

  /** The message's key, for a member. */
  async function keyOf({ conversation, seq }: MessageAt): Promise<MessageKey> {
    const { conversationId } = await places.in(conversation.id)
    return { conversationId, seq }
  }
  async function one(message: MessageAt): Promise<MessagePayload | null> {
    const [row] = await referred(await keyOf(message))
    return row ? toMessage(row) : null
  }

  return {
    hidden: async ({ conversation, seq }) => {
      const { conversationId, clearedSeq } = await places.in(conversation.id)
      return seq <= clearedSeq || (await hidden({ conversationId, seq })).length > 0
    },
    referred: one,
    required: async (message) => {
      const found = await one(message)
      if (!found) throw noSuchMessage()
      return found
    },
    thread: async ({ conversation, seq }) => {
      const { conversationId, joinedSeq, clearedSeq } = await places.in(conversation.id)
      const [row] = await thread({ conversationId, seq })
      return row ? { ...row, floorSeq: Math.max(joinedSeq, clearedSeq) } : null
    },
    unreadReplies: async (row) => {
      const [[read], [latest]] = await Promise.all([reads(row), own(row)])
      const seen = Math.max(read?.readPos ?? 0, latest?.ownPos ?? 0)
      // Replies come after their root: above the floor are all of them, where it is.
      const isAbove = row.seq > row.floorSeq || seen >= row.lastPos
      const floor = isAbove ? 0 : ((await floors(row))[0]?.floorPos ?? 0)
      return Math.max(0, row.lastPos - Math.max(seen, floor))
    },
    pin: async (message) => (await pin(await keyOf(message)))[0] ?? null,
    reactions: async (message) => reactions(await keyOf(message)),
  }
}

/** The rows that belong to a message. Nothing is cached: a later mutation of the same request may change what is true. */
function perMessage<R extends MessageKey, K extends MessageKey = MessageKey>(
  read: (keys: readonly K[]) => Promise<R[]>,
) {
  const loader = new DataLoader<K, R[], string>(
    async (keys) => {
      const rows = Map.groupBy(await read(keys), nameOf)
      return keys.map((key) => rows.get(nameOf(key)) ?? [])
    },
    { cache: false, maxBatchSize: 500 },
  )
  return (key: K) => loader.load(key)
}

const nameOf = ({ conversationId, seq }: MessageKey) => `${conversationId} ${seq}`
