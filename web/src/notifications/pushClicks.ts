/** Calls back with the path of what was clicked in a push message, while the page is open. */
export function onPushClick(navigate: (path: string) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => {}
  const listener = ({ data }: MessageEvent<{ kind?: string; path?: string } | null>) => {
    if (data?.kind === 'open' && data.path?.startsWith('/')) navigate(data.path)
  }
  navigator.serviceWorker.addEventListener('message', listener)
  return () => navigator.serviceWorker.removeEventListener('message', listener)
}
