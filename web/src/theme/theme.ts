import { browserStorage, keep } from '../offline/browserStorage.ts'

export type Theme = 'system' | 'light' | 'dark'

/** Shared by the chat page and GraphiQL's. */
export const themeKey = 'parley.theme'

export function storedTheme(): Theme {
  const value = browserStorage.getItem(themeKey)
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** The colours follow `color-scheme`, which follows this attribute; without it, the system's. */
export function applyStoredTheme(): void {
  const theme = storedTheme()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  // The bar of the browser, or of the phone, is coloured as the page is.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const { colours } = meta.dataset
    meta.media = theme === 'system' ? `(prefers-color-scheme: ${colours})` : colours === theme ? 'all' : 'not all'
  }
}

export function storeTheme(theme: Theme): void {
  keep(themeKey, theme)
  applyStoredTheme()
}
