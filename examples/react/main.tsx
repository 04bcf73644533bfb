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

const page = document.getElementById('root')!
// A wrong key, for example: said on the page, which would stay empty otherwise.
const root = createRoot(page, { onUncaughtError: (error) => (page.textContent = String(error)) })
root.render(
  token && conversation ? (
    <ApolloProvider client={client}>
      <Suspense fallback="…">
        <Chat key={conversation} id={conversation} />
      </Suspense>
    </ApolloProvider>
  ) : (
    'Which conversation, and who are you? Put ?token=pk_…&conversation=… behind the address of this page.'
  ),
)
