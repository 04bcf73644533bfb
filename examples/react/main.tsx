import { Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { ApolloProvider } from '@apollo/client/react'
import { apiKeySession } from '@parley/client'
import { createParleyClient } from '@parley/client/apollo'
import { Chat } from './Chat.tsx'

// Where Parley is, who you are and which conversation it is: here from the address, `?url=…&token=…&conversation=…`.
const {
  url = 'http://localhost:4000/graphql',
  token = '',
  conversation = '',
} = Object.fromEntries(new URLSearchParams(location.search))
// The name is for the server's usage records: who asks for what.
const { client } = createParleyClient({
  url,
  session: apiKeySession(token),
  clientAwareness: { name: 'example-react' },
})

createRoot(document.getElementById('root')!).render(
  <ApolloProvider client={client}>
    <Suspense fallback="…">
      <Chat id={conversation} />
    </Suspense>
  </ApolloProvider>,
)
