export type Theme = 'system' | 'light' | 'dark'

/** Shared by the chat page and GraphiQL's. */
export const themeKey = 'parley.theme'

export function storedTheme(): Theme {
  const value = localStorage.getItem(themeKey)
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** The colours follow `color-scheme`, which follows this attribute; without it, the system's. */
export function applyStoredTheme(): void {
  const theme = storedTheme()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function storeTheme(theme: Theme): void {
  localStorage.setItem(themeKey, theme)
  applyStoredTheme()
}
