import { InvalidInput } from '../../../../platform/errors.ts'
import type { ConversationPayload } from '../../../../platform/timeline/index.ts'

/** Every event of a conversation, by the name of its GraphQL type: the type checker tells when one is missing. */
const known: Readonly<Record<ConversationPayload['__typename'], true>> = {
  ConversationCreated: true,
  MessageSent: true,
  MessageEdited: true,
  MessageDeleted: true,
  ReactionChanged: true,
  MessagePinned: true,
  MessageUnpinned: true,
  MemberAdded: true,
  MemberRemoved: true,
  RoleChanged: true,
  TitleChanged: true,
  TopicChanged: true,
  AvatarChanged: true,
  MemberBanned: true,
  MemberUnbanned: true,
  WritingChanged: true,
}

/**
 * What a webhook wants to hear of; null: everything.
 * @throws InvalidInput  nothing, or what there is not
 */
export function checkedEventTypes(given: readonly string[] | null | undefined): string[] | null {
  if (!given) return null
  if (given.length === 0) throw new InvalidInput('eventTypes: name at least one, or leave it out for all.')
  const unknown = given.find((type) => !Object.hasOwn(known, type))
  if (unknown !== undefined) throw new InvalidInput(`eventTypes: there are ${Object.keys(known).join(', ')}.`)
  return [...new Set(given)]
}
