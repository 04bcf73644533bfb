import { members, mutation, owners, signedIn, staff, type Row } from '../row.ts'
import { personas } from '../scene.ts'

const inside = 'conversation { id }'
const of = (name: string, allowed: Row['allowed'], input: Record<string, unknown> = {}, answer = inside): Row => ({
  run: ({ id }) => mutation(name, { conversationId: id, ...input }, answer),
  allowed,
})
/** Done to a member of the lowest role, so that staff may. Whoever acts on it anew finds it done: no error. */
const toGuest = (name: string, allowed: Row['allowed'], input: Record<string, unknown> = {}): Row => ({
  run: ({ id, people: { guest } }) => mutation(name, { conversationId: id, userId: guest.id, ...input }, inside),
  allowed,
})
const query = (text: string): Row => ({ run: () => ({ query: `{ ${text} }` }), allowed: signedIn })

/** Fields of the conversations subgraph. */
export const conversationRows: Record<string, Row> = {
  'Query.conversation': {
    run: ({ id }) => ({ query: 'query ($id: ID!) { conversation(id: $id) { id } }', variables: { id } }),
    allowed: members,
  },
  'Query.conversations': query('conversations(first: 1) { edges { cursor } }'),
  'Query.inbox': query('inbox(first: 1) { edges { cursor } }'),
  'Query.channels': query('channels(first: 1) { edges { cursor } }'),
  'Query.invite': {
    run: ({ inviteCode: code }) => ({
      query: 'query ($code: String!) { invite(code: $code) { title } }',
      variables: { code },
    }),
    allowed: signedIn,
  },
  'Mutation.openDirectConversation': {
    run: ({ people: { admin } }) => mutation('openDirectConversation', { userId: admin.id }, inside),
    allowed: signedIn.filter((one) => one !== 'admin'),
    otherwise: { admin: 'INVALID_INPUT' },
  },
  'Mutation.createGroup': {
    run: () => mutation('createGroup', { title: 'New', memberIds: [] }, inside),
    allowed: signedIn,
  },
  'Mutation.createChannel': {
    run: ({ unique }) => mutation('createChannel', { title: `Channel ${unique()}` }, inside),
    allowed: signedIn,
  },
  'Mutation.joinChannel': {
    run: async ({ people: { stranger }, unique }) => {
      const { query, variables } = mutation('createChannel', { title: `Channel ${unique()}` }, inside)
      const { createChannel } = await stranger.get(query, variables)
      return mutation('joinChannel', { conversationId: createChannel.conversation.id }, inside)
    },
    allowed: signedIn,
  },
  'Mutation.renameConversation': of('renameConversation', staff, { title: 'Renamed' }),
  'Mutation.changeTopic': of('changeTopic', ['member', ...staff], { topic: 'Anything' }),
  'Mutation.changeAvatar': of('changeAvatar', staff, { avatarUrl: null }),
  'Mutation.createInvite': of('createInvite', staff, {}, 'invite { code }'),
  'Mutation.revokeInvite': {
    run: ({ inviteCode: code }) => mutation('revokeInvite', { code }, '__typename'),
    allowed: staff,
  },
  'Mutation.joinConversation': {
    run: ({ inviteCode: code }) => mutation('joinConversation', { code }, inside),
    allowed: signedIn.filter((one) => one !== 'banned'),
  },
  'Mutation.addMembers': {
    run: ({ id, people: { stranger } }) =>
      mutation('addMembers', { conversationId: id, userIds: [stranger.id] }, inside),
    allowed: staff,
  },
  'Mutation.removeMember': toGuest('removeMember', staff),
  'Mutation.changeRole': toGuest('changeRole', staff, { role: 'MEMBER' }),
  'Mutation.banMember': toGuest('banMember', staff),
  'Mutation.unbanMember': {
    run: ({ id, people: { banned } }) => mutation('unbanMember', { conversationId: id, userId: banned.id }, inside),
    allowed: staff,
  },
  // To the owner there is. An admin is told that it is so: they may be the one who has passed it on.
  'Mutation.transferOwnership': {
    run: ({ id, people: { owner } }) => mutation('transferOwnership', { conversationId: id, userId: owner.id }, inside),
    allowed: owners,
    passes: 'INVALID_INPUT',
    otherwise: { admin: 'ok' },
  },
  'Mutation.leaveConversation': of('leaveConversation', members, {}, 'conversationId'),
  'Mutation.markRead': of('markRead', members, { seq: 1 }),
  'Mutation.markDelivered': of('markDelivered', members, { seq: 1 }),
  'Mutation.clearHistory': of('clearHistory', members, { seq: 0 }),
  'Mutation.updateConversationSettings': of('updateConversationSettings', members, { pinned: true }),
  'Mutation.saveDraft': of('saveDraft', members, { text: 'Not said yet' }),
  'Mutation.setTyping': of('setTyping', members, { isTyping: true }, '__typename'),
  'Query.webhook': {
    run: ({ webhookId: id }) => ({ query: 'query ($id: ID!) { webhook(id: $id) { id } }', variables: { id } }),
    allowed: staff,
    otherwise: Object.fromEntries(
      personas
        .filter((one) => !staff.includes(one as never) && one !== 'anonymous' && one !== 'keyWithout')
        .map((one) => [one, 'null']),
    ),
  },
  'Mutation.createWebhook': of(
    'createWebhook',
    staff,
    { name: 'More', url: 'https://example.com/more' },
    'webhook { id }',
  ),
  ...Object.fromEntries(
    Object.entries({
      updateWebhook: { name: 'Other' },
      rotateWebhookSecret: {},
      pauseWebhook: {},
      resumeWebhook: {},
      replayWebhook: { from: 1 },
    }).map(([name, input]): [string, Row] => [
      `Mutation.${name}`,
      { run: ({ webhookId }) => mutation(name, { webhookId, ...input }, '__typename'), allowed: staff },
    ]),
  ),
  'Mutation.deleteWebhook': {
    run: async ({ id, people: { owner } }) => {
      const input = { conversationId: id, name: 'Gone soon', url: 'https://example.com/gone' }
      const { query, variables } = mutation('createWebhook', input, 'webhook { id }')
      const { createWebhook } = await owner.get(query, variables)
      return mutation('deleteWebhook', { webhookId: createWebhook.webhook.id }, '__typename')
    },
    allowed: staff,
  },
  'Subscription.typing': {
    run: ({ id }) => ({
      query: 'subscription ($id: ID!) { typing(conversationId: $id) { __typename } }',
      variables: { id },
    }),
    allowed: members,
    provoke: ({ id, people: { member } }) => {
      const { query, variables } = mutation('setTyping', { conversationId: id, isTyping: true }, '__typename')
      return member.get(query, variables)
    },
  },
  'Subscription.receiptChanged': {
    run: ({ id }) => ({
      query: 'subscription ($id: ID!) { receiptChanged(conversationId: $id) { __typename } }',
      variables: { id },
    }),
    allowed: members,
    provoke: async ({ id, people: { member, owner } }) => {
      const { seq } = await owner.send(id, 'read this')
      const { query, variables } = mutation('markRead', { conversationId: id, seq }, inside)
      return member.get(query, variables)
    },
  },
}
