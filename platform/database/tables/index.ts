export * from './conversations.ts'
export * from './messages.ts'
export * from './timelines.ts'
export * from './users.ts'
