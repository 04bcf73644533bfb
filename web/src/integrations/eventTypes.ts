import type { EnglishTexts } from '../i18n/translated.ts'

export type EventType = keyof EnglishTexts['integrations']['outgoing']['event']

/** What happens in groups and channels, by its name in the API. */
export const eventTypes: readonly EventType[] = [
  'MessageSent',
  'MessageEdited',
  'MessageDeleted',
  'ReactionChanged',
  'MessagePinned',
  'MessageUnpinned',
  'MemberAdded',
  'MemberRemoved',
  'RoleChanged',
  'MemberBanned',
  'MemberUnbanned',
  'TitleChanged',
  'TopicChanged',
  'AvatarChanged',
  'ConversationCreated',
]

export const isEventType = (name: string): name is EventType => (eventTypes as readonly string[]).includes(name)
