import { Marked, type Tokens } from 'marked'
import { anchorsOf, headingsOf } from '../anchors.ts'
import { highlight } from './highlight.ts'
import { escape } from './html.ts'
import { follow, read, way, type Place } from './repository.ts'

export interface Heading {
  depth: number
  text: string
  anchor: string
}

export interface RenderedPage {
  title: string
  html: string
  headings: Heading[]
  /** What the page's links lead to within the repository. */
  leadsTo: Place[]
}

/** A page of the repository as HTML, with links that hold within the site. @throws when a link leads nowhere. */
export function renderPage(place: Place): RenderedPage {
  const markdown = read(place.path)
  const anchors = anchorsOf(headingsOf(markdown))
  const headings: Heading[] = []
  const leadsTo: Place[] = []

  const address = (link: string): string => {
    if (/^([a-z]+:|#)/i.test(link)) return link
    const [path = '', hash] = link.split('#')
    const target = follow(place.path, path)
    if (!target) throw new Error(`${place.path}: ${link} leads nowhere.`)
    leadsTo.push(target)
    return way(place.address, target.address) + (hash && target.kind === 'page' ? `#${hash}` : '')
  }

  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const html = this.parser.parseInline(tokens)
        const anchor = anchors[headings.length] ?? ''
        headings.push({ depth, text: plain(html), anchor })
        return `<h${depth} id="${anchor}"><a class="anchor" href="#${anchor}">${html}</a></h${depth}>\n`
      },
      code({ text, lang }: Tokens.Code) {
        // Drawn in the browser (browser/diagrams.js), as GitHub does; without scripts its source can be read.
        if (lang === 'mermaid') return `<pre class="mermaid">${escape(text)}</pre>\n`
        return `<pre tabindex="0"><code>${highlight(text, lang)}</code></pre>\n`
      },
      link({ href, title, tokens }: Tokens.Link) {
        const about = title ? ` title="${escape(title)}"` : ''
        return `<a href="${escape(address(href))}"${about}>${this.parser.parseInline(tokens)}</a>`
      },
      image({ href, text }: Tokens.Image) {
        return `<img src="${escape(address(href))}" alt="${escape(text)}" loading="lazy">`
      },
      html({ text }: Tokens.HTML | Tokens.Tag) {
        return text.replace(/\b(src|href)="([^"]+)"/g, (_, name: string, link: string) => `${name}="${address(link)}"`)
      },
      table(token: Tokens.Table) {
        // A wide table scrolls by itself, not the page.
        const row = (cells: Tokens.TableCell[], tag: 'th' | 'td') =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`
        const head = token.header.some(({ text }) => text !== '') ? `<thead>${row(token.header, 'th')}</thead>` : ''
        const body = token.rows.map((cells) => row(cells, 'td')).join('\n')
        return `<div class="table" tabindex="0"><table>${head}<tbody>${body}</tbody></table></div>\n`
      },
    },
  })
  const html = marked.parse(markdown, { async: false })
  return { title: headings[0]?.text ?? place.path, html, headings, leadsTo }
}

/** HTML as what one reads of it. */
export const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
