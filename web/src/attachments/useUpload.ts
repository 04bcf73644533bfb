import { useCallback, useEffect, useRef, useState } from 'react'
import { errorOf } from '../../../client/errors/errorOf.ts'
import { change } from '../api/read.ts'
import { problemOf } from '../api/problemOf.ts'
import { useChat } from '../app/ChatContext.ts'
import { DiscardUploadDocument, RequestUploadDocument } from './generated.ts'
import { keepPreview } from './previews.ts'
import { putFile } from './putFile.ts'
import { inSlot } from './slots.ts'
import type { PickedFile } from './pickedFile.ts'

export type UploadState =
  { status: 'sending'; part: number } | { status: 'failed'; problem: string; isOffline: boolean } | { status: 'sent' }

/**
 * Sends a picked file while it is shown, unless it is there already. What failed for want of a network is tried again when that is back; anything else when the
 * person asks for it.
 */
export function useUpload(
  { file, sent }: Pick<PickedFile, 'file' | 'sent'>,
  onArrived: (sent: NonNullable<PickedFile['sent']>) => void,
) {
  const { client } = useChat()
  const [wasThere] = useState(sent !== null)
  const [state, setState] = useState<UploadState>(wasThere ? { status: 'sent' } : { status: 'sending', part: 0 })
  const [attempt, setAttempt] = useState(0)
  /** Where it goes: the same for each attempt. */
  const room = useRef<{ attachmentId: string; url: string } | null>(null)
  const tell = useRef(onArrived)
  useEffect(() => {
    tell.current = onArrived
  })

  useEffect(() => {
    if (wasThere) return
    const stop = new AbortController()
    const send = async () => {
      const contentType = file.type || 'application/octet-stream'
      const input = { name: file.name || 'file', contentType, size: file.size }
      room.current ??= (await change(client, RequestUploadDocument, { input })).requestUpload.upload
      if (stop.signal.aborted) return
      const onProgress = (part: number) => setState({ status: 'sending', part })
      const {
        id,
        name,
        contentType: type,
        size,
        width,
        height,
      } = await putFile(room.current.url, file, {
        onProgress,
        signal: stop.signal,
      })
      keepPreview(id, file)
      setState({ status: 'sent' })
      tell.current({ id, name, contentType: type, size, width, height })
    }
    setState({ status: 'sending', part: 0 })
    inSlot(async () => (stop.signal.aborted ? undefined : send())).catch((error: unknown) => {
      if (stop.signal.aborted) return
      const { code } = errorOf(error)
      // The room is gone, or was made for another file.
      if (code === 'NOT_FOUND' || code === 'UPLOAD_MISMATCH') room.current = null
      setState({ status: 'failed', problem: problemOf(error), isOffline: code === 'NETWORK' })
    })
    return () => stop.abort()
  }, [client, file, wasThere, attempt])

  const isOffline = state.status === 'failed' && state.isOffline
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  useRetries(isOffline, attempt, retry)

  /** Not worth a word when it fails: what no message has goes by itself. */
  const discard = () => {
    const attachmentId = room.current?.attachmentId ?? sent?.id
    if (attachmentId) change(client, DiscardUploadDocument, { input: { attachmentId } }).catch(() => {})
  }
  return { state, retry, discard }
}

/** Between attempts while there is no network. */
const [firstMs, longestMs] = [1_000, 30_000]

function useRetries(isOffline: boolean, attempt: number, retry: () => void): void {
  useEffect(() => {
    if (!isOffline) return
    // The browser does not always know whether there is a network, nor is the server always there when it is.
    const timer = setTimeout(retry, Math.min(longestMs, firstMs * 2 ** attempt))
    window.addEventListener('online', retry)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', retry)
    }
  }, [isOffline, attempt, retry])
}
