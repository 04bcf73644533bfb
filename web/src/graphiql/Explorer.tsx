import { GraphiQL } from 'graphiql'
import { storedTheme } from '../theme/theme.ts'
import { Logo } from '../ui/Logo.tsx'
import { useSession } from '../session/useSession.ts'
import { examples } from './examples.ts'
import { fetcher } from './fetcher.ts'

/** GraphiQL as whoever is signed in on the chat page. */
export function Explorer() {
  const user = useSession()?.user
  const theme = storedTheme()
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={examples}
      defaultTheme={theme === 'system' ? null : theme}
      isHeadersEditorEnabled
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a className="parley-logo" href="/">
          <Logo size={22} />
          <span>{user ? user.name : 'Not signed in: come in here'}</span>
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  )
}
