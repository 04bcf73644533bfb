/** The topic on which a conversation's events travel; the same text as `@live(topic:)` gives in the SDL. */
export const conversationTopic = (conversationId: string): string => `conversation:${conversationId}`

/** The topic of a viewer's own log: what changes their inbox, and nobody else's. */
export const inboxTopic = (userId: string): string => `inbox:${userId}`

/** The id under which a topic's log is kept: the conversation's, or the viewer's. */
export const logOf = (topic: string): string => topic.slice(topic.indexOf(':') + 1)
