import { ApolloProvider } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { session } from '../session/browserSession.ts'
import { ChatContext } from './ChatContext.ts'
import { ChatPages } from './ChatPages.tsx'
import { createChat, type Chat } from './createChat.ts'

/** The pages of a signed-in user. Give it `key={viewerId}`: another user gets another cache and another socket. */
export function SignedIn({ viewerId }: { viewerId: string }) {
  const [chat, setChat] = useState<Chat | null>(null)
  useEffect(() => {
    const created = createChat(session, viewerId)
    const stop = created.start()
    let isOver = false
    void created.recall().finally(() => !isOver && setChat(created))
    return () => {
      isOver = true
      stop()
    }
  }, [viewerId])
  if (!chat) return null
  return (
    <ChatContext value={chat}>
      <ApolloProvider client={chat.client}>
        <ChatPages />
      </ApolloProvider>
    </ChatContext>
  )
}
