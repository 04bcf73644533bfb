// Before anything is drawn: light or dark as chosen here before, or else as the system has it.
// A plain script, not a module, so that it runs in a page that is opened as a file.
'use strict'
{
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const kept = 'parley.docs.theme'
  let chosen
  try {
    chosen = localStorage.getItem(kept)
  } catch {
    // A browser that keeps nothing for this page: the choice lasts as long as the page.
  }
  window.parleyIsDark = () => (chosen ? chosen === 'dark' : system.matches)
  const show = () => (root.style.colorScheme = chosen ?? '')
  show()

  addEventListener('DOMContentLoaded', () => {
    document.querySelector('button.theme').addEventListener('click', () => {
      chosen = window.parleyIsDark() ? 'light' : 'dark'
      show()
      dispatchEvent(new Event('parley:theme'))
      try {
        localStorage.setItem(kept, chosen)
      } catch {
        // As above.
      }
    })
    const menu = document.querySelector('button.menu')
    menu.addEventListener('click', () => {
      menu.setAttribute('aria-expanded', String(document.body.classList.toggle('with-menu')))
    })
  })
}
