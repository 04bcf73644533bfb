import type { NewEvent, UserRef } from '../../../platform/timeline/index.ts'
import type { MemberRole } from '../store/members.ts'

const user = (id: string): UserRef => ({ __typename: 'User', id })

export const conversationCreated = (actorId: string): NewEvent => ({
  payload: { __typename: 'ConversationCreated', actor: user(actorId) },
})

export const memberAdded = (userId: string, role: MemberRole, actorId: string): NewEvent => ({
  payload: { __typename: 'MemberAdded', user: user(userId), role, actor: user(actorId) },
})

/** The last event that the user gets: their subscriptions end with it (I6). */
export const memberRemoved = (userId: string, actorId: string): NewEvent => ({
  payload: { __typename: 'MemberRemoved', user: user(userId), actor: user(actorId) },
  endsFor: [userId],
})

export const roleChanged = (userId: string, role: MemberRole, actorId: string): NewEvent => ({
  payload: { __typename: 'RoleChanged', user: user(userId), role, actor: user(actorId) },
})

export const topicChanged = (topic: string | null, actorId: string): NewEvent => ({
  payload: { __typename: 'TopicChanged', topic, actor: user(actorId) },
})

export const avatarChanged = (avatarUrl: string | null, actorId: string): NewEvent => ({
  payload: { __typename: 'AvatarChanged', avatarUrl, actor: user(actorId) },
})

/** They are no member any more: where they were one, memberRemoved has come before it. */
export const memberBanned = (userId: string, actorId: string): NewEvent => ({
  payload: { __typename: 'MemberBanned', user: user(userId), actor: user(actorId) },
})

export const memberUnbanned = (userId: string, actorId: string): NewEvent => ({
  payload: { __typename: 'MemberUnbanned', user: user(userId), actor: user(actorId) },
})

export const titleChanged = (title: string, actorId: string): NewEvent => ({
  payload: { __typename: 'TitleChanged', title, actor: user(actorId) },
})

/** Of a direct conversation: whether the two may write to each other. */
export const writingChanged = (mayWrite: boolean): NewEvent => ({
  payload: { __typename: 'WritingChanged', mayWrite },
})
