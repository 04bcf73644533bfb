import { createContext, useContext } from 'react'
import type { Chat } from './createChat.ts'

export const ChatContext = createContext<Chat | null>(null)

/** The signed-in user's chat; only for components inside it. */
export function useChat(): Chat {
  const chat = useContext(ChatContext)
  if (!chat) throw new Error('useChat is for components inside ChatContext')
  return chat
}
