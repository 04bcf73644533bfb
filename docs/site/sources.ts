import { highlight } from './highlight.ts'
import { escape } from './html.ts'
import { entriesOf, placeOf, read, way, type Place } from './repository.ts'

const languages: Record<string, string> = {
  cjs: 'javascript',
  graphql: 'graphql',
  js: 'javascript',
  json: 'json',
  mjs: 'javascript',
  py: 'python',
  sh: 'bash',
  ts: 'typescript',
  tsx: 'typescript',
  yaml: 'yaml',
  yml: 'yaml',
}

interface Rendered {
  html: string
  leadsTo: Place[]
}

/** A file of the repository that a page speaks of. */
export function renderSource({ path }: Place): Rendered {
  const language = languages[path.split('.').at(-1) ?? '']
  return {
    html: `<h1>${escape(path)}</h1>\n<pre tabindex="0"><code>${highlight(read(path), language)}</code></pre>`,
    leadsTo: [],
  }
}

/** A folder that a page speaks of and that has no page of its own: its files, which can be read, and its folders by name. */
export function renderListing({ path, address }: Place): Rendered {
  const entries = entriesOf(path).map((entry) => ({
    ...entry,
    place: entry.isFolder ? undefined : placeOf(entry.path),
  }))
  const items = entries.map(({ name, place }) =>
    place
      ? `<li><a href="${escape(way(address, place.address))}">${escape(name)}</a></li>`
      : `<li>${escape(name)}/</li>`,
  )
  return {
    html: `<h1>${escape(path)}/</h1>\n<ul>\n${items.join('\n')}\n</ul>`,
    leadsTo: entries.flatMap(({ place }) => place ?? []),
  }
}
