import { linkify } from './linkify.ts'

export type TextPart =
  | { kind: 'text' | 'code' | 'block'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string; userId: string | null }

export interface Named {
  id: string
  name: string
}

/** Between three backticks (a block, whose first word may name its language), or between two of one line, not inside a word. */
const code = /```(?:[\w+#-]*\n)?([\s\S]+?)```|(?<![\w`])`([^`\n]+)`(?![\w`])/g

/** The name by which a message mentions every member. */
export const everyone = 'everyone'

/**
 * Cuts text into code, links, mentions and the plain rest. All of it stays text, so nothing in it can become markup; only
 * whom the message really mentions is shown as mentioned.
 */
export function textParts(text: string, mentions: readonly Named[], mentionsEveryone: boolean): TextPart[] {
  const names = new Map<string, string | null>(mentions.map(({ id, name }) => [`@${name}`, id]))
  if (mentionsEveryone) names.set(`@${everyone}`, null)
  const parts: TextPart[] = []
  let done = 0
  for (const match of text.matchAll(code)) {
    parts.push(...plainParts(text.slice(done, match.index), names))
    const [whole, block, inline] = match
    parts.push(block === undefined ? { kind: 'code', text: inline! } : { kind: 'block', text: withoutEnd(block) })
    done = match.index + whole.length
  }
  return [...parts, ...plainParts(text.slice(done), names)]
}

const withoutEnd = (block: string): string => (block.endsWith('\n') ? block.slice(0, -1) : block)

function plainParts(text: string, names: ReadonlyMap<string, string | null>): TextPart[] {
  return linkify(text).flatMap((part) => (part.kind === 'text' ? mentionParts(part.text, names) : [part]))
}

function mentionParts(text: string, names: ReadonlyMap<string, string | null>): TextPart[] {
  if (names.size === 0 || !text.includes('@')) return [{ kind: 'text', text }]
  // The longest name first: of `@Ann` and `@Anna`, the text means the one that it has in full.
  const longest = [...names.keys()].sort((one, other) => other.length - one.length)
  const parts: TextPart[] = []
  let done = 0
  for (const { 0: found, index } of text.matchAll(new RegExp(longest.map(escaped).join('|'), 'gu'))) {
    if (index > done) parts.push({ kind: 'text', text: text.slice(done, index) })
    parts.push({ kind: 'mention', text: found, userId: names.get(found) ?? null })
    done = index + found.length
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) })
  return parts
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
