/** The topic on which a conversation's events travel; the same text as `@live(topic:)` gives in the SDL. */
export const conversationTopic = (conversationId: string): string => `conversation:${conversationId}`

export const conversationOf = (topic: string): string => topic.slice('conversation:'.length)
