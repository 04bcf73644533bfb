import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { mayManage } from '../members/permissions.ts'
import { everyone, textParts, type Named } from './textParts.ts'
import { useMentionable, type Mentionable } from './useMentionable.ts'

const mostShown = 6

/** The `@…` that is being written before the caret: what comes after the `@`, and where it stands. */
export function openMention(text: string, caret: number): { query: string; start: number } | null {
  const match = /(?:^|[\s(])@([^\s@]{0,40})$/u.exec(text.slice(0, caret))
  return match ? { query: match[1]!, start: caret - match[1]!.length - 1 } : null
}

/** Those whose name or handle begins so, or one of whose names does; the best first. */
export function suggest(all: readonly Mentionable[], query: string): Mentionable[] {
  const wanted = query.toLowerCase()
  const begins = (text: string | null) => (text ?? '').toLowerCase().startsWith(wanted)
  const inName = ({ name }: Mentionable) => name.split(/\s+/).some(begins)
  return all.filter((each) => begins(each.name) || begins(each.handle) || inName(each)).slice(0, mostShown)
}

/** Whom a text mentions, of those who can be mentioned. */
export function mentionsIn(text: string, all: readonly Named[]): Named[] {
  const ids = new Set(textParts(text, all, false).flatMap((part) => (part.kind === 'mention' ? [part.userId] : [])))
  return all.filter(({ id }) => ids.has(id)).slice(0, 50)
}

/** Autocompletion of mentions in the text that is being written; `known` can be mentioned whether or not they are members still. */
export function useMentions(
  row: ConversationRow,
  area: RefObject<HTMLTextAreaElement | null>,
  { text, caret, setText }: { text: string; caret: number; setText(text: string): void },
  known: readonly Named[] = [],
) {
  const [index, setIndex] = useState(0)
  const [dismissed, setDismissed] = useState<number | null>(null)
  const open = openMention(text, caret)
  const isOpen = open !== null && open.start !== dismissed
  const members = useMentionable(row.id, text.includes('@'))
  const mayAll = row.kind !== 'DIRECT' && mayManage(row.viewerMember?.role)
  const found = useMemo(() => {
    const all = mayAll ? [{ id: everyone, name: everyone, handle: null }, ...members] : members
    return isOpen ? suggest(all, open.query) : []
  }, [members, mayAll, isOpen, open?.query])
  const wanted = useRef<number | null>(null)
  // Text that was not typed puts the caret at its end.
  useLayoutEffect(() => {
    if (wanted.current !== null) area.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  }, [area, text])
  const chosen = Math.min(index, found.length - 1)

  const choose = ({ name }: Mentionable) => {
    if (!open) return
    const before = `${text.slice(0, open.start)}@${name} `
    wanted.current = before.length
    setText(before + text.slice(caret))
    setIndex(0)
    area.current?.focus()
  }
  /** True where the key was for the suggestions. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (found.length === 0 || event.nativeEvent.isComposing) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setIndex((chosen + step + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(found[chosen]!)
    else if (event.key === 'Escape') setDismissed(open!.start)
    else return false
    event.preventDefault()
    return true
  }
  /** What goes with the text when it is sent. */
  const inText = (sent: string) => ({
    mentions: mentionsIn(sent, [...members, ...known.filter(({ id }) => !members.some((one) => one.id === id))]),
    mentionsEveryone: mayAll && new RegExp(`(^|[\\s(])@${everyone}\\b`, 'u').test(sent),
  })
  return { found, chosen, choose, onKeyDown, inText }
}
