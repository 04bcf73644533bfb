import '@fontsource-variable/inter'
import './theme/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { applyStoredLanguage } from './i18n/language.ts'
import { keepShell } from './offline/keepShell.ts'
import { applyStoredTheme } from './theme/theme.ts'
import { keepFocus } from './ui/keepFocus.ts'

applyStoredTheme()
keepFocus()
if (import.meta.env.PROD) keepShell()
// Words that cannot be loaded leave the page in English, which is better than none.
await applyStoredLanguage().catch(() => undefined)
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
