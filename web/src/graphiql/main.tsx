import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './graphiql.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyStoredTheme } from '../theme/theme.ts'
import { Explorer } from './Explorer.tsx'

applyStoredTheme()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Explorer />
  </StrictMode>,
)
