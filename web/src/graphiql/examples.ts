/** What a newcomer finds in the tabs: each runs as it is, the later ones once an id from the earlier is filled in. */
export const examples = [
  {
    query: `# Who is signed in? Come in above, on the right, or
# in the chat: they share one session.
query Me {
  me {
    id
    name
    handle
    isGuest
  }
}
`,
  },
  {
    query: `# A place to talk. Sent again with the same
# clientGroupId, it is still one group.
mutation StartGroup {
  createGroup(input: { title: "Started in GraphiQL", clientGroupId: "graphiql-1" }) {
    conversation {
      id
      rev
    }
  }
}
`,
  },
  {
    query: `# Conversations with their members: three subgraphs
# answer this one query.
query Conversations {
  conversations(first: 10) {
    edges {
      node {
        id
        title
        rev
        members(first: 10) {
          edges {
            node {
              role
              user {
                name
              }
            }
          }
        }
        lastMessage {
          text
          sender {
            name
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Sent twice with the same clientMessageId, it is
# stored once: another text needs another one.
mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) {
    message {
      id
      seq
      createdAt
    }
  }
}
`,
    variables: `{
  "input": {
    "conversationId": "the id from StartGroup or Conversations",
    "clientMessageId": "graphiql-1",
    "text": "Hello from GraphiQL"
  }
}`,
  },
  {
    query: `# Live: everything after a rev, in order, each once.
# Send a message in the chat and watch.
subscription ConversationEvents($conversationId: ID!, $after: Int) {
  conversationEvents(conversationId: $conversationId, after: $after) {
    __typename
    rev
    at
    ... on MessageSent {
      message {
        seq
        text
        sender {
          name
        }
      }
    }
    ... on MemberAdded {
      user {
        name
      }
    }
    ... on TitleChanged {
      title
    }
  }
}
`,
    variables: `{
  "conversationId": "the id from StartGroup or Conversations",
  "after": 0
}`,
  },
]
