import type { MessagePageFragment, MessagePartsFragment } from '../generated.ts'
import type { MessageChange } from './changeMessage.ts'

/** An unbroken run of a conversation's messages, ascending by `seq`; what the viewer has hidden may be left out. */
export interface MessageWindow {
  messages: readonly MessagePartsFragment[]
  hasEarlier: boolean
  /** True where the run does not reach up to the newest message: then new ones are not put after it. */
  hasLater: boolean
}

/** Messages held at most: what lies further from where one reads is dropped, and read again when one comes back. */
export const maxHeld = 300

export const toWindow = ({ edges, pageInfo }: MessagePageFragment): MessageWindow => ({
  messages: edges.map(({ node }) => node),
  hasEarlier: pageInfo.hasPreviousPage,
  hasLater: pageInfo.hasNextPage,
})

export const firstSeq = ({ messages }: MessageWindow): number | undefined => messages[0]?.seq
export const lastSeq = ({ messages }: MessageWindow): number | undefined => messages.at(-1)?.seq

/** Puts a new message into its place; one that is there already, or is not next to the run, changes nothing. */
export function addMessage(window: MessageWindow, message: MessagePartsFragment): MessageWindow {
  if (window.hasLater) return window
  const { messages } = window
  let at = messages.length
  while (at > 0 && messages[at - 1]!.seq > message.seq) at -= 1
  if (at > 0 && messages[at - 1]!.seq === message.seq) return window
  return { ...window, messages: [...messages.slice(0, at), message, ...messages.slice(at)] }
}

/** Puts the messages that come before it before a run. */
export function prepend(window: MessageWindow, earlier: MessageWindow): MessageWindow {
  const first = firstSeq(window) ?? Infinity
  const added = earlier.messages.filter(({ seq }) => seq < first)
  return { ...window, messages: [...added, ...window.messages], hasEarlier: earlier.hasEarlier }
}

/** Puts the messages that come after it after a run. */
export function append(window: MessageWindow, later: MessageWindow): MessageWindow {
  if (!window.hasLater) return window
  const last = lastSeq(window) ?? 0
  const added = later.messages.filter(({ seq }) => seq > last)
  return { ...window, messages: [...window.messages, ...added], hasLater: later.hasLater }
}

/** Drops the messages at one end, where there are more than `count`. */
export function drop(window: MessageWindow, end: 'earliest' | 'latest', count = maxHeld): MessageWindow {
  const { messages } = window
  if (messages.length <= count) return window
  return end === 'earliest'
    ? { ...window, messages: messages.slice(-count), hasEarlier: true }
    : { ...window, messages: messages.slice(0, count), hasLater: true }
}

/** What is left once the viewer has cleared everything up to `seq`. */
export const clearUpTo = (window: MessageWindow, seq: number): MessageWindow => ({
  ...window,
  messages: window.messages.filter((message) => message.seq > seq),
  hasEarlier: false,
})

/** The same window where nothing in it was concerned. */
export function changeMessages(window: MessageWindow, change: MessageChange): MessageWindow {
  const messages = window.messages.map(change)
  return messages.some((message, index) => message !== window.messages[index]) ? { ...window, messages } : window
}
