import type { ConversationSettingsResolvers } from '../../generated.ts'

/** Events from before there were versions lack it. */
export const version: ConversationSettingsResolvers['version'] = (settings) => settings.version ?? 0
