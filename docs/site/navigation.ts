import { follow, read, type Place } from './repository.ts'

export interface NavigationGroup {
  title: string
  pages: { title: string; place: Place }[]
}

export const hub = 'docs/README.md'

/** The site's menu: the tables of the hub page, under their headings. One list for GitHub and for the site. */
export function navigation(): NavigationGroup[] {
  const groups: NavigationGroup[] = []
  for (const line of read(hub).split('\n')) {
    const heading = /^## +(.+)$/.exec(line)?.[1]
    if (heading) groups.push({ title: heading, pages: [] })
    const [, title, link] = /^\| +\[([^\]]+)\]\(([^)#]+)\)/.exec(line) ?? []
    if (!title || !link) continue
    const place = follow(hub, link)
    if (!place) throw new Error(`${hub}: ${link} leads nowhere.`)
    groups.at(-1)?.pages.push({ title, place })
  }
  return groups.filter(({ pages }) => pages.length > 0)
}
