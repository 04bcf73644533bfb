import { members, mutation, signedIn, staff, type Row } from '../row.ts'
import type { People } from '../scene.ts'

/** Done to a message that the owner has just sent. */
const onMessage = (name: string, allowed: Row['allowed'], input: object = {}, type?: string): Row => ({
  run: async ({ say }) => mutation(name, { messageId: await say(), ...input }, '__typename', type),
  allowed,
})
const unseen = { stranger: 'null', visitor: 'null', former: 'null', banned: 'null' }

/** Fields of the messages subgraph. */
export const messageRows: Record<string, Row> = {
  // Null where one may not see it, as for one that is not there: an error would say that it is.
  'Query.message': {
    run: ({ messageId: id }) => ({ query: 'query ($id: ID!) { message(id: $id) { id } }', variables: { id } }),
    allowed: members,
    otherwise: unseen,
  },
  'Query.messageEdits': {
    run: ({ messageId: id }) => ({
      query: 'query ($id: ID!) { messageEdits(messageId: $id, first: 1) { edges { cursor } } }',
      variables: { id },
    }),
    allowed: members,
  },
  'Query.searchMessages': {
    run: ({ id }) => ({
      query: 'query ($id: ID!) { searchMessages(query: "message", conversationId: $id) { edges { cursor } } }',
      variables: { id },
    }),
    allowed: members,
  },
  'Query.scheduledMessages': {
    run: () => ({ query: '{ scheduledMessages(first: 1) { edges { cursor } } }' }),
    allowed: signedIn,
  },
  'Mutation.requestUpload': {
    run: () =>
      mutation('requestUpload', { name: 'notes.txt', contentType: 'text/plain', size: 10 }, 'upload { attachmentId }'),
    allowed: signedIn,
  },
  'Mutation.discardUpload': {
    run: ({ unique }) => mutation('discardUpload', { attachmentId: unique() }, '__typename'),
    allowed: signedIn,
    passes: 'NOT_FOUND',
  },
  'Mutation.sendMessage': {
    run: ({ id, unique }) =>
      mutation('sendMessage', { conversationId: id, clientMessageId: unique(), text: 'Hello' }, 'message { id }'),
    allowed: members,
  },
  'Mutation.editMessage': onMessage('editMessage', ['owner', 'keyWith'], { text: 'Edited' }),
  'Mutation.deleteMessage': onMessage('deleteMessage', staff),
  'Mutation.deleteMessageForMe': onMessage('deleteMessageForMe', members, {}, 'DeleteMessageInput'),
  'Mutation.addReaction': onMessage('addReaction', members, { emoji: '👍' }, 'ReactionInput'),
  'Mutation.removeReaction': onMessage('removeReaction', members, { emoji: '👍' }, 'ReactionInput'),
  'Mutation.forwardMessage': {
    run: async ({ id, say, unique }) =>
      mutation(
        'forwardMessage',
        { messageId: await say(), conversationId: id, clientMessageId: unique() },
        'message { id }',
      ),
    allowed: members,
  },
  'Mutation.pinMessage': onMessage('pinMessage', staff),
  'Mutation.unpinMessage': onMessage('unpinMessage', staff, {}, 'PinMessageInput'),
  // It is in no thread: whoever may not read it is not even told that.
  'Mutation.markThreadRead': { ...onMessage('markThreadRead', members), passes: 'INVALID_INPUT' },
  'Mutation.scheduleMessage': {
    run: ({ id, unique }) => {
      const sendAt = new Date(Date.now() + 3_600_000).toISOString()
      const input = { conversationId: id, clientMessageId: unique(), text: 'Later', sendAt }
      return mutation('scheduleMessage', input, 'scheduledMessage { id }')
    },
    allowed: members,
  },
  'Mutation.cancelScheduledMessage': {
    run: ({ unique }) => mutation('cancelScheduledMessage', { id: unique() }, '__typename'),
    allowed: signedIn,
    passes: 'NOT_FOUND',
  },
  'Subscription.conversationEvents': {
    run: ({ id }) => ({
      query: 'subscription ($id: ID!) { conversationEvents(conversationId: $id, after: 0) { rev } }',
      variables: { id },
    }),
    allowed: members,
  },
  'Subscription.inbox': {
    run: () => ({ query: 'subscription { inbox { log } }' }),
    allowed: signedIn,
    // A conversation of one's own joins one's inbox.
    provoke: async ({ people }, persona) => (people[persona as keyof People] ?? people.owner).startGroup('Another one'),
  },
}
