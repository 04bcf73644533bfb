import { useEffect, useRef, useState } from 'react'
import { problemOf } from '../api/problemOf.ts'
import { useChat } from '../app/ChatContext.ts'
import type { Jump } from './jump.ts'
import type { ListScroll } from './useListScroll.ts'
import type { TimelineView } from './useTimeline.ts'
import type { UnreadDivider } from './useUnreadDivider.ts'

/** Of what was read, so many messages are shown before what is new. */
const before = 20
const pageSize = 60

interface OpeningSurroundings {
  conversationId: string
  timeline: TimelineView
  scroll: ListScroll
  jump: Jump | null
  divider: UnreadDivider
  task(run: () => Promise<void>): void
}

/** Opens the conversation where the viewer has to go on: at a linked message, at the first unread one, else at the end. */
export function useOpening({ conversationId, timeline, scroll, jump, divider, task }: OpeningSurroundings) {
  const { store } = useChat()
  const [isReady, setReady] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const { isLoaded, show } = timeline
  const hasBegun = useRef(false)
  const jumped = useRef<Jump | null>(null)

  const go = async (to: Jump) => {
    const found = 'messageId' in to ? await showMessage(timeline, to.messageId) : await showDay(timeline, to.at)
    if (found) scroll.showRow(({ message }) => message.arrived?.id === found)
  }
  useEffect(() => {
    if (!isLoaded || hasBegun.current) return
    hasBegun.current = true
    const row = store.read(conversationId)?.row
    const unread = row?.unreadCount ?? 0
    const readUpTo = unread > 0 && row?.lastMessage ? row.lastMessage.seq - unread : null
    divider.begin(readUpTo)
    const first = store.window(conversationId)?.messages[0]?.seq ?? 0
    if (readUpTo === null || jump || first <= readUpTo + 1) return setReady(true)
    void show({ fromSeq: Math.max(1, readUpTo - before), first: pageSize })
      .catch((error: unknown) => setFailure(problemOf(error)))
      .finally(() => setReady(true))
  }, [isLoaded])
  useEffect(() => {
    if (!isReady || !jump || jumped.current === jump) return
    jumped.current = jump
    task(() => go(jump))
  }, [isReady, jump])
  return { isReady, failure }
}

/** Resolves with the message's id, once it is among those that are there; with null where one went elsewhere. */
async function showMessage({ messages, show }: TimelineView, id: string): Promise<string | null> {
  if (messages.some(({ arrived }) => arrived?.id === id)) return id
  return (await show({ around: id, first: pageSize })) && id
}

/** Resolves with the id of the first message of a day, or of the last one before it where nothing was said since. */
async function showDay({ show }: TimelineView, at: Date): Promise<string | null> {
  const found = await show({ from: at.toISOString(), first: 1 })
  if (!found) return null
  const [first] = found.messages
  if (!first) return (await show({ last: pageSize }))?.messages.at(-1)?.id ?? null
  return (await show({ around: first.id, first: pageSize })) && first.id
}
