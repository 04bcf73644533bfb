import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useChat } from '../app/ChatContext.ts'
import { ReceiptsDocument } from '../generated.ts'
import { followState } from '../live/followState.ts'
import { reachOf, type Pointers, type Reach } from './receipts.ts'

type Receipts = ReadonlyMap<string, Pointers>

const ReceiptsContext = createContext<Receipts>(new Map())

/** How far the other members of a conversation have come, for the messages in it. In a large one nobody is told. */
export function WithReceipts({ conversationId, children }: { conversationId: string; children: ReactNode }) {
  const { client, viewerId } = useChat()
  const [receipts, setReceipts] = useState<Receipts>(new Map())
  useEffect(() => {
    setReceipts(new Map())
    return followState(client, ReceiptsDocument, { conversationId }, ({ receiptChanged: { user, ...pointers } }) => {
      if (user.id !== viewerId) setReceipts((before) => new Map(before).set(user.id, pointers))
    })
  }, [client, viewerId, conversationId])
  return <ReceiptsContext value={receipts}>{children}</ReceiptsContext>
}

/** How far one's own message has come; `sent` for one that has no place yet. */
export function useReach(seq: number | undefined): Reach {
  const receipts = useContext(ReceiptsContext)
  return useMemo(() => (seq === undefined ? { state: 'sent' } : reachOf(seq, receipts.values())), [seq, receipts])
}
