import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import type { Viewer } from '../../../platform/identity/viewer.ts'
import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { readHidden } from '../store/hiddenMessages.ts'
import type { MessageKey } from '../store/messageRow.ts'

/** What belongs to messages, asked for one by one and read in one statement. For one request. */
export interface MessageLoaders {
  hidden(message: MessagePayload): Promise<boolean>
}

export function createMessageLoaders(database: Database, viewer: Viewer): MessageLoaders {
  const viewerId = () => viewer.required().userId
  const hidden = perMessage(async (keys) => readHidden(database, viewerId(), keys))
  return {
    hidden: async (message) => (await hidden(message)).length > 0,
  }
}

/** The rows that belong to a message. Nothing is cached: a later mutation of the same request may change what is true. */
function perMessage<R extends MessageKey>(read: (keys: readonly MessageKey[]) => Promise<R[]>) {
  const loader = new DataLoader<MessageKey, R[], string>(
    async (keys) => {
      const rows = Map.groupBy(await read(keys), nameOf)
      return keys.map((key) => rows.get(nameOf(key)) ?? [])
    },
    { cache: false, maxBatchSize: 500 },
  )
  return ({ conversation, seq }: MessagePayload) => loader.load({ conversationId: conversation.id, seq })
}

const nameOf = ({ conversationId, seq }: MessageKey) => `${conversationId} ${seq}`
