import { randomUUID } from 'node:crypto'
import { mutation, people, signedIn, type Row } from '../row.ts'
import { passwordOf, personas, type People, type Persona } from '../scene.ts'

const anyone: readonly Persona[] = personas
/** What no API key opens: it is a person's own. */
const own = (query: string): Row => ({ run: () => ({ query }), allowed: people })
const ownMutation = (name: string, input: Record<string, unknown>, passes?: string, type?: string): Row => ({
  run: () => mutation(name, input, '__typename', type),
  allowed: people,
  ...(passes ? { passes } : {}),
})
const open = (name: string, input: () => Record<string, unknown>, passes?: string): Row => ({
  run: () => mutation(name, input(), '__typename'),
  allowed: anyone.filter((one) => !one.startsWith('key')),
  ...(passes ? { passes } : {}),
})
const handle = () => `t_${randomUUID().slice(0, 8)}`
const nobody = '00000000-0000-7000-8000-000000000000'

/** Fields of the users subgraph. */
export const accountRows: Record<string, Row> = {
  'Query.me': { run: () => ({ query: '{ me { id } }' }), allowed: signedIn, otherwise: { anonymous: 'null' } },
  'Query.user': {
    run: ({ people: { member } }) => ({
      query: 'query ($id: ID!) { user(id: $id) { id } }',
      variables: { id: member.id },
    }),
    allowed: signedIn,
  },
  'Query.searchUsers': {
    run: () => ({ query: '{ searchUsers(handlePrefix: "p_", first: 1) { edges { cursor } } }' }),
    allowed: signedIn,
  },
  'Query.exportMyData': own('{ exportMyData }'),
  'Query.notifications': own('{ notifications(first: 1) { edges { cursor } } }'),
  'Query.notificationSettings': own('{ notificationSettings { __typename } }'),
  'Query.vapidPublicKey': own('{ vapidPublicKey }'),
  'Query.pushSubscriptions': own('{ pushSubscriptions { __typename } }'),
  'Mutation.register': {
    run: ({ unique }) =>
      mutation('register', { name: 'New', handle: handle(), password: `${unique()}` }, 'session { user { id } }'),
    // With a token it keeps what a guest has; who has an account already has one.
    allowed: ['anonymous', 'visitor'],
    otherwise: {},
  },
  'Mutation.logIn': open('logIn', () => ({ handle: handle(), password: passwordOf() }), 'INVALID_CREDENTIALS'),
  'Mutation.continueAsGuest': open('continueAsGuest', () => ({ name: 'Someone' })),
  'Mutation.refreshSession': open('refreshSession', () => ({ refreshToken: 'not-one-of-ours' }), 'UNAUTHENTICATED'),
  'Mutation.exchangeApiKey': open('exchangeApiKey', () => ({ key: 'pk_not_one_of_ours' }), 'UNAUTHENTICATED'),
  'Mutation.endSession': ownMutation('endSession', { sessionId: nobody }, 'NOT_FOUND'),
  'Mutation.endOtherSessions': own('mutation { endOtherSessions { endedSessions } }'),
  'Mutation.changePassword': ownMutation(
    'changePassword',
    { currentPassword: 'wrong one', newPassword: 'another horse' },
    'INVALID_CREDENTIALS',
  ),
  'Mutation.updateProfile': ownMutation('updateProfile', { statusText: 'Here' }),
  'Mutation.deleteAccount': ownMutation('deleteAccount', { password: 'wrong one' }, 'INVALID_CREDENTIALS'),
  'Mutation.blockUser': ownMutation('blockUser', { userId: nobody }, 'NOT_FOUND'),
  'Mutation.unblockUser': ownMutation('unblockUser', { userId: nobody }, 'NOT_FOUND', 'BlockUserInput'),
  'Mutation.setPresence': ownMutation('setPresence', { availability: 'AWAY' }),
  'Mutation.createBot': {
    run: () => mutation('createBot', { name: 'Bot', handle: handle() }, 'bot { id }'),
    allowed: people,
  },
  'Mutation.updateBot': ownMutation('updateBot', { botId: nobody, name: 'Bot' }, 'NOT_FOUND'),
  'Mutation.deleteBot': ownMutation('deleteBot', { botId: nobody }, 'NOT_FOUND'),
  'Mutation.createApiKey': ownMutation('createApiKey', { name: 'Key', scopes: ['USERS_READ'] }),
  'Mutation.revokeApiKey': ownMutation('revokeApiKey', { apiKeyId: nobody }, 'NOT_FOUND'),
  'Mutation.markNotificationsRead': ownMutation('markNotificationsRead', { all: true }),
  'Mutation.updateNotificationSettings': ownMutation('updateNotificationSettings', { includeText: false }),
  'Mutation.registerPushSubscription': ownMutation(
    'registerPushSubscription',
    { endpoint: 'http://inside', keys: { p256dh: 'x', auth: 'x' } },
    'INVALID_INPUT',
  ),
  'Mutation.removePushSubscription': ownMutation('removePushSubscription', {
    endpoint: 'https://push.example.com/none',
  }),
  'Subscription.presenceChanged': {
    run: ({ people: { member } }) => ({
      query: 'subscription ($ids: [ID!]!) { presenceChanged(userIds: $ids) { __typename } }',
      variables: { ids: [member.id] },
    }),
    allowed: people,
  },
  'Subscription.notificationReceived': {
    run: () => ({ query: 'subscription { notificationReceived { __typename } }' }),
    allowed: people,
    provoke: async ({ people: all }, persona) => {
      const to = all[persona as keyof People]
      const from = persona === 'member' ? all.owner : all.member
      const { query, variables } = mutation(
        'openDirectConversation',
        { userId: to?.id ?? nobody },
        'conversation { id }',
      )
      if (to) await from.send((await from.get(query, variables)).openDirectConversation.conversation.id, 'Hello')
    },
  },
}
