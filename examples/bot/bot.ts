/**
 * A bot in Node: answers `!time` in one conversation, each question once, also over restarts and lost connections.
 *
 *     PARLEY_URL=http://localhost:4000 PARLEY_API_KEY=pk_… CONVERSATION=… npm run example:bot
 */
import { apiKeySession, Connection, createApi, follow, openSocket } from '@parley/client'
import WebSocket from 'ws'

const { PARLEY_URL: parley = 'http://localhost:4000', PARLEY_API_KEY: key = '', CONVERSATION: id = '' } = process.env
const url = `${parley}/graphql`
if (!key || !id) {
  console.error('Which bot, and where? Set PARLEY_API_KEY and CONVERSATION.')
  process.exit(1)
}

interface Events {
  conversationEvents: { rev: number; message?: { id: string; text: string } }
}
const EVENTS = `subscription ($id: ID!, $after: Int) {
  conversationEvents(conversationId: $id, after: $after) { rev ... on MessageSent { message { id text } } }
}`
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }'

// The name is for the server's usage records: who asks for what.
const clientAwareness = { name: 'example-bot' }
const api = createApi({ url, token: () => key, clientAwareness })
const { client } = openSocket({
  url: url.replace('http', 'ws'),
  session: apiKeySession(key),
  connection: new Connection(),
  clientAwareness,
  webSocketImpl: WebSocket,
})

const { conversation } = await api<{ conversation: { rev: number } }>(
  'query ($id: ID!) { conversation(id: $id) { rev } }',
  { id },
)
console.log(`Listening after rev ${conversation.rev}.`)

const positionOf = ({ conversationEvents: { rev } }: Events) => rev
for await (const { conversationEvents: event } of follow<Events>(client, {
  query: EVENTS,
  variables: { id },
  after: conversation.rev,
  positionOf,
})) {
  if (event.message?.text !== '!time') continue
  // Named after the question: asked twice for any reason, it is answered once.
  const clientMessageId = `time-${event.message.id}`
  await api(SEND, { input: { conversationId: id, clientMessageId, text: `It is ${new Date().toISOString()}.` } })
}
