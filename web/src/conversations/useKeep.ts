import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { UpdateConversationSettingsDocument, type UpdateConversationSettingsInput } from '../generated.ts'
import { useAction } from '../ui/useAction.ts'

type Changes = Omit<UpdateConversationSettingsInput, 'conversationId'>

/** Changes how the viewer keeps a conversation: shown at once here, and by an event on their other devices. */
export function useKeep(conversationId: string) {
  const { client, store } = useChat()
  return useAction(async (changes: Changes) => {
    const input = { conversationId, ...changes }
    const { conversation } = (await change(client, UpdateConversationSettingsDocument, { input }))
      .updateConversationSettings
    store.keep(conversationId, { viewerSettings: conversation.viewerSettings })
  })
}
