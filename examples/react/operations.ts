import { gql, type TypedDocumentNode } from '@apollo/client'

export interface Message {
  id: string
  text: string
  sender: { name: string }
}
export interface Event {
  rev: number
  message?: Message
}
interface Conversation {
  rev: number
  title: string
  messages: { edges: { node: Message }[] }
}
interface Send {
  input: { conversationId: string; clientMessageId: string; text: string }
}

export const CONVERSATION: TypedDocumentNode<{ conversation: Conversation }, { id: string }> = gql`
  query Conversation($id: ID!) {
    conversation(id: $id) {
      id
      rev
      title
      messages(last: 50) {
        edges {
          node {
            id
            text
            sender {
              id
              name
            }
          }
        }
      }
    }
  }
`

export const EVENTS: TypedDocumentNode<{ conversationEvents: Event }, { id: string; after: number }> = gql`
  subscription Events($id: ID!, $after: Int) {
    conversationEvents(conversationId: $id, after: $after) {
      rev
      ... on MessageSent {
        message {
          id
          text
          sender {
            id
            name
          }
        }
      }
    }
  }
`

export const SEND: TypedDocumentNode<unknown, Send> = gql`
  mutation Send($input: SendMessageInput!) {
    sendMessage(input: $input) {
      message {
        id
      }
    }
  }
`
