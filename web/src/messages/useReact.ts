import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { AddReactionDocument, RemoveReactionDocument, type MessagePartsFragment } from '../generated.ts'
import { useAction } from '../ui/useAction.ts'

/** Reacts with an emoji, or takes it back where the viewer has done so; the counts come as events, to all alike. */
export function useReact({ id, reactions }: MessagePartsFragment) {
  const { client } = useChat()
  return useAction(async (emoji: string) => {
    const isOn = reactions.some((reaction) => reaction.emoji === emoji && reaction.reactedByMe)
    const input = { messageId: id, emoji }
    if (isOn) await change(client, RemoveReactionDocument, { input })
    else await change(client, AddReactionDocument, { input })
  })
}
