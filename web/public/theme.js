// Runs before the first paint, so that a chosen theme does not flash. A file of its own: no inline scripts.
try {
  const theme = localStorage.getItem('parley.theme')
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme
    for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
      meta.media = meta.dataset.colours === theme ? 'all' : 'not all'
  }
} catch {
  // No storage: the system's colours.
}
