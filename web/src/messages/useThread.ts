import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { ApiError } from '../../../client/errors/apiError.ts'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ChatEvent } from '../app/eventBus.ts'
import { applyToWindow } from '../conversations/applyEvent.ts'
import type { ConversationEvent } from '../conversations/conversationEvent.ts'
import { ThreadRunDocument, type MessagePartsFragment, type ThreadRunQueryVariables } from '../generated.ts'
import { useSession } from '../session/useSession.ts'
import { useAction } from '../ui/useAction.ts'
import { hide } from './changeMessage.ts'
import { changeMessages, toWindow, type MessageWindow } from './messageWindow.ts'
import { shownMessages, type ShownMessage } from './shownMessage.ts'
import { pageSize, usePaging, type Paging } from './usePaging.ts'

interface ThreadState {
  root: MessagePartsFragment
  window: MessageWindow
}

export interface ThreadView {
  root: MessagePartsFragment | null
  /** The root first, once one has come to the beginning. */
  messages: ShownMessage[]
  paging: Paging
  failure: string | null
  /** Reads it again after a failure. */
  retry(): void
}

type Happening = Extract<ChatEvent, { kind: 'applied' | 'hidden' }>

const isHere = (happened: ChatEvent, conversationId: string): happened is Happening =>
  (happened.kind === 'applied' || happened.kind === 'hidden') && happened.conversationId === conversationId

const none: MessageWindow = { messages: [], hasEarlier: false, hasLater: false }

/** A message and the replies in the thread under it, kept current by the conversation's events. */
export function useThread(conversationId: string, rootId: string): ThreadView {
  const { events, outbox, viewerId } = useChat()
  const name = useSession()?.user.name ?? ''
  const [state, setState] = useState<ThreadState | null>(null)
  const { load, cursors } = useLoadThread(conversationId, rootId)
  const { act: begin, problem: failure } = useAction(async () => setState(await load({ last: pageSize })))
  // Another thread is another panel: its root never changes.
  useEffect(() => void begin(), [])
  useEffect(
    () =>
      events.subscribe((happened) => {
        if (!isHere(happened, conversationId)) return
        setState((known) => known && afterHappening(known, happened, viewerId))
      }),
    [events, conversationId, viewerId],
  )
  const change = (step: (window: MessageWindow) => MessageWindow) =>
    setState((known) => known && { ...known, window: step(known.window) })
  const paging = usePaging({
    window: state?.window ?? null,
    loadBefore: async ({ id }) => (await load({ last: pageSize, before: cursors.get(id) ?? null })).window,
    loadAfter: async ({ id }) => (await load({ first: pageSize, after: cursors.get(id) ?? null })).window,
    change,
  })
  const outgoing = useSyncExternalStore(outbox.subscribe, outbox.current)
  const messages = useMemo(() => {
    if (!state) return []
    const own = outgoing.filter(({ threadRoot }) => threadRoot?.id === rootId)
    const root = state.window.hasEarlier ? [] : [state.root]
    return shownMessages([...root, ...state.window.messages], own, { id: viewerId, name })
  }, [state, outgoing, rootId, viewerId, name])
  return { root: state?.root ?? null, messages, paging, failure, retry: () => void begin() }
}

/** Reads a run; what happens while it is on its way is applied to it. Cursors are those of messages read so far. */
function useLoadThread(conversationId: string, rootId: string) {
  const { client, events, viewerId } = useChat()
  const cursors = useRef(new Map<string, string>())
  const load = useCallback(
    async (range: Omit<ThreadRunQueryVariables, 'rootId'>): Promise<ThreadState> => {
      const missed: Happening[] = []
      const forget = events.subscribe((happened) => {
        if (isHere(happened, conversationId)) missed.push(happened)
      })
      const { message } = await read(client, ThreadRunDocument, { rootId, ...range }).finally(forget)
      if (!message) throw new ApiError('NOT_FOUND', 'This message is not there.')
      for (const { cursor, node } of message.thread?.messages.edges ?? []) cursors.current.set(node.id, cursor)
      const window = message.thread ? toWindow(message.thread.messages) : none
      return missed.reduce<ThreadState>((known, each) => afterHappening(known, each, viewerId), {
        root: message,
        window,
      })
    },
    [client, events, viewerId, conversationId, rootId],
  )
  return { load, cursors: cursors.current }
}

function afterHappening(state: ThreadState, happened: Happening, viewerId: string): ThreadState {
  if (happened.kind === 'applied') return afterEvent(state, happened.event, viewerId)
  const change = hide(happened.messageId)
  return { root: change(state.root), window: changeMessages(state.window, change) }
}

function afterEvent({ root, window }: ThreadState, event: ConversationEvent, viewerId: string): ThreadState {
  const [after] = applyToWindow({ ...none, messages: [root], hasLater: true }, event, viewerId).messages
  const isElsewhere = event.__typename === 'MessageSent' && event.message.threadRoot?.id !== root.id
  return { root: after!, window: isElsewhere ? window : applyToWindow(window, event, viewerId) }
}
