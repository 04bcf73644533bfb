/** Where the timeline is to go: each jump is a new object. */
export type Jump = { messageId: string } | { at: Date }
