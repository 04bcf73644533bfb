import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { MessageRunDocument, type MessageRunQueryVariables } from '../generated.ts'
import { useSession } from '../session/useSession.ts'
import type { MessageWindow } from './messageWindow.ts'
import { shownMessages, type ShownMessage } from './shownMessage.ts'
import { pageSize, usePaging, type Paging } from './usePaging.ts'

type RunRange = Omit<MessageRunQueryVariables, 'id'>

export interface TimelineView extends Paging {
  messages: ShownMessage[]
  isLoaded: boolean
  /**
   * Shows another run in the place of this one. Null where one has gone elsewhere by the time that it is there.
   * @throws ApiError
   */
  show(range: RunRange): Promise<MessageWindow | null>
  /** Drops what is far from where one reads. */
  change(change: (window: MessageWindow) => MessageWindow): void
}

/** The messages of a conversation, followed live as long as they are shown, with those on their way. */
export function useTimeline(conversationId: string): TimelineView {
  const { store, followers, outbox, viewerId } = useChat()
  const name = useSession()?.user.name ?? ''
  useEffect(() => followers.follow(conversationId, { timeline: true }), [followers, conversationId])
  const window = useSyncExternalStore(store.subscribe, () => store.window(conversationId))
  const outgoing = useSyncExternalStore(outbox.subscribe, outbox.current)
  const load = useLoadRun(conversationId)
  const change = useCallback(
    (step: (window: MessageWindow) => MessageWindow) => store.changeWindow(conversationId, step),
    [store, conversationId],
  )
  const paging = usePaging({
    window,
    loadBefore: ({ seq }) => load({ fromSeq: seq - 1, last: pageSize }),
    loadAfter: ({ seq }) => load({ fromSeq: seq + 1, first: pageSize }),
    change,
  })
  const shows = useRef(0)
  const show = useCallback(
    async (range: RunRange) => {
      const turn = ++shows.current
      const run = await load(range)
      if (turn !== shows.current) return null
      store.show(conversationId, run)
      return run
    },
    [load, store, conversationId],
  )
  const messages = useMemo(() => {
    // Where the run ends before the newest message, what is on its way does not come next.
    const own = window?.hasLater ? [] : outgoing.filter((message) => message.conversationId === conversationId)
    return shownMessages(window?.messages ?? [], own, { id: viewerId, name })
  }, [window, outgoing, conversationId, viewerId, name])
  return { ...paging, messages, isLoaded: window !== null, show, change }
}

/** A run that was read before events which are forgotten by now is read again; this often at most. */
const tries = 3

function useLoadRun(conversationId: string) {
  const { client, store } = useChat()
  return useCallback(
    async (range: RunRange): Promise<MessageWindow> => {
      for (let attempt = 1; ; attempt += 1) {
        const { conversation } = await read(client, MessageRunDocument, { id: conversationId, ...range })
        const run = store.current(conversation, { orAsRead: attempt === tries })
        if (run) return run
      }
    },
    [client, store, conversationId],
  )
}
