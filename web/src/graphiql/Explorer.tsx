import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import { storedTheme } from '../theme/theme.ts'
import { costPlugin } from './CostPanel.tsx'
import { SignedInAs } from './SignedInAs.tsx'
import { examples } from './examples.ts'
import { fetcher } from './fetcher.ts'

const plugins = [HISTORY_PLUGIN, costPlugin]

/** GraphiQL as whoever is signed in on the chat page. */
export function Explorer() {
  const theme = storedTheme()
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={examples}
      defaultTheme={theme === 'system' ? null : theme}
      isHeadersEditorEnabled
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <SignedInAs />
      </GraphiQL.Logo>
    </GraphiQL>
  )
}
