import { filler } from '../peer.ts'

/** An event as the messages subgraph publishes it. */
export function messageSent(id: string, senderId: string, rev: number) {
  const conversation = { __typename: 'Conversation', id }
  const at = new Date().toISOString()
  const message = {
    __typename: 'Message',
    id: `m${rev}`,
    seq: rev,
    clientMessageId: `c${rev}`,
    text: filler(357),
    createdAt: at,
    sender: { __typename: 'User', id: senderId },
    conversation,
  }
  return { topic: `conversation:${id}`, rev, payload: { __typename: 'MessageSent', rev, at, conversation, message } }
}
