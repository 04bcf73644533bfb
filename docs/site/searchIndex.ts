import MiniSearch from 'minisearch'
import { plain, type RenderedPage } from './render.ts'
import { searchOptions } from './searchOptions.ts'

interface Section {
  id: string
  page: string
  heading: string
  text: string
}

/** What is under one heading of a page, for each heading: so that a result leads to the place, not to the page. */
export function sectionsOf({ html, headings, title }: RenderedPage, address: string): Section[] {
  const parts = html.split(/(?=<h[1-6] id=)/).filter((part) => /^<h[1-6] id=/.test(part))
  return parts.map((part, n) => ({
    id: `${address}#${headings[n]?.anchor ?? ''}`,
    page: title,
    heading: headings[n]?.text ?? title,
    text: plain(part.replace(/<pre class="mermaid">[\s\S]*?<\/pre>/g, '').replace(/^<h[\s\S]*?<\/h\d>/, '')).replace(
      /\s+/g,
      ' ',
    ),
  }))
}

/** As a script, since a page that is opened as a file may load nothing else. */
export function searchScript(sections: readonly Section[]): string {
  const index = new MiniSearch<Section>(searchOptions)
  index.addAll(sections)
  return `window.parleySearchIndex = ${JSON.stringify({ options: searchOptions, index: JSON.stringify(index) })}\n`
}
