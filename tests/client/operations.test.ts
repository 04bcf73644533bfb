import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Kind, type DocumentNode } from 'graphql'
import WebSocket from 'ws'
import { apiKeySession, Connection, createApi, follow, openSocket } from '../../client/index.ts'
import {
  ContinueAsGuestDocument,
  ConversationDocument,
  ConversationEventsDocument,
  CreateGroupDocument,
  InboxDocument,
  MeDocument,
  MembersDocument,
  MessagesDocument,
  SearchMessagesDocument,
  SearchUsersDocument,
  SendMessageDocument,
} from '../../client/operations/index.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'

let system: TestSystem
let url: string
beforeAll(async () => {
  system = await TestSystem.start()
  url = `${system.url}/graphql`
})
afterAll(() => system.stop())

/** Of the values, those that the operation takes as variables. */
const takenBy = ({ definitions: [operation] }: DocumentNode, values: Record<string, unknown>) =>
  Object.fromEntries(
    operation?.kind === Kind.OPERATION_DEFINITION
      ? (operation.variableDefinitions ?? []).map(({ variable: { name } }) => [name.value, values[name.value]])
      : [],
  )

describe('the operations of the client package', () => {
  test('carry an app from coming in to hearing what was said', async () => {
    const guest = await createApi({ url })(ContinueAsGuestDocument, { input: { name: 'Ada' } })
    const { session } = guest.continueAsGuest
    const api = createApi({ url, token: () => session.accessToken })
    const { createGroup } = await api(CreateGroupDocument, { input: { title: 'Typed' } })
    const { id, rev } = createGroup.conversation
    const { client, dispose } = openSocket({
      url: url.replace('http', 'ws'),
      session: apiKeySession(session.accessToken),
      connection: new Connection(),
      webSocketImpl: WebSocket,
    })
    const events = follow(client, {
      query: ConversationEventsDocument,
      variables: { conversationId: id },
      after: rev,
      positionOf: ({ conversationEvents }) => conversationEvents.rev,
    })
    const { sendMessage } = await api(SendMessageDocument, {
      input: { conversationId: id, clientMessageId: 'typed-1', text: 'Hello' },
    })
    const first = await events.next()
    expect(first.value?.conversationEvents).toMatchObject({ __typename: 'MessageSent', message: { text: 'Hello' } })
    const { conversation } = await api(ConversationDocument, { id })
    expect(conversation.messages.edges.map(({ node }) => node)).toEqual([sendMessage.message])
    await events.return()
    dispose()
  })

  test('are such that the API answers each', async () => {
    const ada = await Person.guest(system, 'Ada')
    const id = await ada.startGroup('Asked')
    await ada.send(id, 'Hello')
    const api = createApi({ url, token: () => ada.accessToken })
    const queries = { MeDocument, InboxDocument, ConversationDocument, MembersDocument, MessagesDocument }
    const searches = { SearchUsersDocument, SearchMessagesDocument }
    for (const document of Object.values({ ...queries, ...searches })) {
      const variables = { id, conversationId: id, last: 10, handlePrefix: 'ada', query: 'Hello' }
      expect(await api<object>(document as DocumentNode, takenBy(document as DocumentNode, variables))).toBeDefined()
    }
  })
})
