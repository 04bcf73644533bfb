/** What is kept: files of the build, never an answer of the API. */
export const isPartOfPage = (path: string): boolean =>
  path.startsWith('/assets/') || path === '/theme.js' || path === '/favicon.svg'
