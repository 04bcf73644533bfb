import { useEffect, useState } from 'react'
import type { ApolloClient } from '@apollo/client'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { FileUrlsDocument } from './generated.ts'
import { previewOf } from './previews.ts'

/** The server says 10 minutes at least. */
const holdsMs = 9 * 60_000
const most = 1_000

interface Known {
  url: string
  /** What a message shows of a picture; a moving one, or one that has no thumbnail, as it is. */
  shown: string
  at: number
}

const known = new Map<string, Known>()
/** By message: its files are asked for once, in one request. */
const asked = new Map<string, Promise<void>>()

function fresh(fileId: string): Known | undefined {
  const found = known.get(fileId)
  return found && Date.now() - found.at < holdsMs ? found : undefined
}

/** Where a file of a message is. Undefined where there is none any more. @throws ApiError */
export const fileUrl = async (client: ApolloClient, messageId: string, fileId: string): Promise<string | undefined> =>
  (await urlsOf(client, messageId, fileId))?.url

async function urlsOf(client: ApolloClient, messageId: string, fileId: string): Promise<Known | undefined> {
  const found = fresh(fileId)
  if (found) return found
  const request = asked.get(messageId) ?? ask(client, messageId).finally(() => asked.delete(messageId))
  asked.set(messageId, request)
  await request
  return fresh(fileId)
}

async function ask(client: ApolloClient, messageId: string): Promise<void> {
  const { message } = await read(client, FileUrlsDocument, { messageId })
  for (const { id, url, thumbnail } of message?.attachments ?? []) {
    known.delete(id)
    known.set(id, { url, shown: thumbnail?.url ?? url, at: Date.now() })
  }
  for (const id of known.keys()) {
    if (known.size <= most) break
    known.delete(id)
  }
}

/** What a picture is shown from; null until that is known. `again` asks anew, once, since an address may have ended. */
export function usePictureUrl(messageId: string | null, fileId: string) {
  const { client } = useChat()
  const [url, setUrl] = useState(() => previewOf(fileId) ?? fresh(fileId)?.shown ?? null)
  const [tries, setTries] = useState(0)
  const isWanted = messageId !== null && (url === null || tries > 0)
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    if (tries > 0) known.delete(fileId)
    urlsOf(client, messageId!, fileId).then(
      (found) => !isGone && setUrl(found?.shown ?? null),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [client, messageId, fileId, isWanted, tries])
  return { url, again: () => setTries((before) => Math.min(1, before + 1)) }
}
