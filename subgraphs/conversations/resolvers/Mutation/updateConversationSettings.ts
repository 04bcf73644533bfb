import { readChanged } from '../../domain/readConversation.ts'
import { updateSettings } from '../../domain/updateSettings.ts'
import type { MutationResolvers, UpdateConversationSettingsInput } from '../../generated.ts'

export const updateConversationSettingsResolver: MutationResolvers['updateConversationSettings'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await updateSettings(conversations, actor(), input.conversationId, settingsOf(input))
  return { conversation: await readChanged(loaders, input.conversationId) }
}

/** What the input names. Null means "no mute" for `mutedUntil`, and nothing for the others. */
function settingsOf({
  mutedUntil,
  pinned,
  archived,
  markedUnread,
  notificationLevel,
}: UpdateConversationSettingsInput) {
  return {
    ...(mutedUntil !== undefined && { mutedUntil: mutedUntil?.getTime() ?? null }),
    ...(typeof pinned === 'boolean' && { pinned }),
    ...(typeof archived === 'boolean' && { archived }),
    ...(typeof markedUnread === 'boolean' && { markedUnread }),
    ...(notificationLevel && { notificationLevel }),
  }
}
