import { gql, type TypedDocumentNode } from '@apollo/client'

export interface Message {
  id: string
  clientMessageId: string
  text: string
  sender: { id: string; name: string }
}
interface Conversation {
  id: string
  rev: number
  title: string
  messages: { edges: { node: Message }[] }
}
interface Event {
  __typename: string
  rev: number
  message?: Message
}

const SESSION =
  'session { accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt user { id name handle isGuest } }'
export const ENTER = `mutation Enter($input: ContinueAsGuestInput!) { continueAsGuest(input: $input) { ${SESSION} } }`
export const REFRESH = `mutation Refresh($input: RefreshSessionInput!) { refreshSession(input: $input) { ${SESSION} } }`

const MESSAGE = gql`
  fragment Shown on Message {
    id
    clientMessageId
    text
    sender {
      id
      name
    }
  }
`

export const START: TypedDocumentNode<{ createGroup: { conversation: { id: string } } }, { input: { title: string } }> =
  gql`
    mutation Start($input: CreateGroupInput!) {
      createGroup(input: $input) {
        conversation {
          id
        }
      }
    }
  `

export const JOIN: TypedDocumentNode<
  { joinConversation: { conversation: { id: string } } },
  { input: { code: string } }
> = gql`
  mutation Join($input: JoinConversationInput!) {
    joinConversation(input: $input) {
      conversation {
        id
      }
    }
  }
`

export const CONVERSATION: TypedDocumentNode<{ conversation: Conversation }, { id: string }> = gql`
  query Conversation($id: ID!) {
    conversation(id: $id) {
      id
      rev
      title
      messages(last: 50) {
        edges {
          node {
            ...Shown
          }
        }
      }
    }
  }
  ${MESSAGE}
`

export const EVENTS: TypedDocumentNode<{ conversationEvents: Event }, { id: string; after: number }> = gql`
  subscription Events($id: ID!, $after: Int) {
    conversationEvents(conversationId: $id, after: $after) {
      __typename
      rev
      ... on MessageSent {
        message {
          ...Shown
        }
      }
    }
  }
  ${MESSAGE}
`

export const SEND: TypedDocumentNode<
  unknown,
  { input: { conversationId: string; clientMessageId: string; text: string } }
> = gql`
  mutation Send($input: SendMessageInput!) {
    sendMessage(input: $input) {
      message {
        id
      }
    }
  }
`
