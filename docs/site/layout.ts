import { escape } from './html.ts'
import type { NavigationGroup } from './navigation.ts'
import type { Heading } from './render.ts'
import { way } from './repository.ts'

export interface Sheet {
  /** Of this page in the site. */
  address: string
  title: string
  html: string
  headings?: Heading[]
  /** Where in the repository it is written. */
  path: string
}

/** A whole page of HTML. Nothing in it is inline or from elsewhere, so it may be opened as a file, or served under any policy. */
export function layOut(sheet: Sheet, groups: readonly NavigationGroup[]): string {
  const to = (address: string) => escape(way(sheet.address, address))
  return `<!doctype html>
<html lang="en" data-root="${to('index.html').replace(/index\.html$/, '')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(sheet.title)} · Parley</title>
<link rel="stylesheet" href="${to('assets/site.css')}">
<script src="${to('assets/theme.js')}"></script>
<script src="${to('assets/search.js')}" defer></script>${diagramScripts(sheet.html, to)}
</head>
<body>
<a class="skip" href="#content">Skip to the page</a>
<header>
<button type="button" class="menu" aria-expanded="false" aria-controls="pages">Pages</button>
<a class="home" href="${to('index.html')}">Parley</a>
<div class="search" role="search">
<input type="search" placeholder="Search ( / )" aria-label="Search the documentation" aria-controls="found" autocomplete="off">
<ol id="found" aria-label="Results" hidden></ol>
</div>
<button type="button" class="theme" aria-label="Light or dark">◐</button>
</header>
<nav id="pages" aria-label="Pages">${groups.map((group) => groupOf(group, sheet, to)).join('\n')}</nav>
<main id="content">
<article>
${sheet.html}
</article>
<footer>This page is <code>${escape(sheet.path)}</code> in the repository.</footer>
</main>
${outline(sheet.headings ?? [])}
</body>
</html>
`
}

function diagramScripts(html: string, to: (address: string) => string): string {
  if (!html.includes('class="mermaid"')) return ''
  return ['mermaid.js', 'diagrams.js'].map((name) => `\n<script src="${to(`assets/${name}`)}" defer></script>`).join('')
}

function groupOf({ title, pages }: NavigationGroup, sheet: Sheet, to: (address: string) => string): string {
  const links = pages.map(({ title, place }) => {
    const current = place.address === sheet.address ? ' aria-current="page"' : ''
    return `<li><a href="${to(place.address)}"${current}>${escape(title)}</a></li>`
  })
  return `<h2>${escape(title)}</h2>\n<ul>\n${links.join('\n')}\n</ul>`
}

/** What is on the page, where that is more than a little. */
function outline(headings: readonly Heading[]): string {
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3)
  if (shown.length < 3) return ''
  const links = shown.map(
    ({ depth, text, anchor }) => `<li class="level-${depth}"><a href="#${anchor}">${escape(text)}</a></li>`,
  )
  return `<aside aria-label="On this page"><h2>On this page</h2><ul>\n${links.join('\n')}\n</ul></aside>`
}
