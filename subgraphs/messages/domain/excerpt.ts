import { foldText } from '../../../platform/input/index.ts'

/** A part of a text; the parts of an excerpt follow each other. */
export interface TextPart {
  text: string
  match: boolean
}

/** UTF-16 units before the first match, and in all, about. */
const lead = 40
const length = 240
const CUT = '…'

/** The part of a text around its first match, with all that matches in it told apart. `terms` are folded. */
export function excerptOf(text: string, terms: readonly string[]): TextPart[] {
  const matches = matchesIn(text, terms)
  const from = boundary(text, Math.max(0, (matches[0]?.start ?? 0) - lead))
  const to = boundary(text, Math.min(text.length, from + length))
  const parts: TextPart[] = from > 0 ? [{ text: CUT, match: false }] : []
  let at = from
  const add = (end: number, match: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), match })
    at = Math.max(at, end)
  }
  for (const { start, end } of matches) {
    if (start >= to) break
    add(start, false)
    add(Math.min(end, to), true)
  }
  add(to, false)
  if (to < text.length) parts.push({ text: CUT, match: false })
  return parts
}

/** Where terms stand in the text, in order, overlapping ones as one. */
function matchesIn(text: string, terms: readonly string[]): { start: number; end: number }[] {
  const { folded, starts, ends } = foldText(text)
  const found: { start: number; end: number }[] = []
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      found.push({ start: starts[at]!, end: ends[at + term.length - 1]! })
    }
  }
  found.sort((a, b) => a.start - b.start)
  const merged: { start: number; end: number }[] = []
  for (const match of found) {
    const last = merged.at(-1)
    if (last && match.start <= last.end) last.end = Math.max(last.end, match.end)
    else merged.push({ ...match })
  }
  return merged
}

/** Never between the two halves of a code point. */
const boundary = (text: string, at: number): number =>
  at > 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at
