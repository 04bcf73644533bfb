// Search without a server: the index is a script beside this one, loaded when somebody goes to the search field.
// A plain script, not a module, so that it runs in a page that is opened as a file.
'use strict'
{
  const site = document.documentElement.dataset.root
  const input = document.querySelector('.search input')
  const found = document.querySelector('#found')
  let index

  const load = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script')
      Object.assign(script, { src: `${site}assets/${name}`, onload: resolve, onerror: reject })
      document.head.append(script)
    })

  function prepare() {
    index ??= load('minisearch.js')
      .then(() => load('searchIndex.js'))
      .then(() => window.MiniSearch.loadJSON(window.parleySearchIndex.index, window.parleySearchIndex.options))
    return index
  }

  async function show() {
    const words = input.value.trim()
    const search = await prepare()
    // Somebody has typed on while the index came.
    if (words !== input.value.trim()) return
    const results = words ? search.search(words).slice(0, 12) : []
    found.replaceChildren(...(words && results.length === 0 ? [item('Nothing was found.')] : results.map(itemOf)))
    found.hidden = !words
  }

  function item(...content) {
    const li = document.createElement('li')
    li.append(...content)
    return li
  }

  function itemOf({ id, page, heading }) {
    const link = document.createElement('a')
    const small = document.createElement('small')
    small.textContent = page
    link.href = site + id
    link.append(heading, small)
    return item(link)
  }

  const close = () => (found.hidden = true)
  const links = () => [...found.querySelectorAll('a')]
  const move = (by) => {
    const all = [input, ...links()]
    all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus()
  }

  input.addEventListener('focus', () => void prepare())
  input.addEventListener('input', () => void show())
  found.addEventListener('click', close)
  document.querySelector('.search').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return close()
    if (event.key === 'Enter' && event.target === input) return links()[0]?.click()
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    move(event.key === 'ArrowDown' ? 1 : -1)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.closest('input')) return
    event.preventDefault()
    input.focus()
  })
  document.addEventListener('click', (event) => event.target.closest('.search') || close())
}
