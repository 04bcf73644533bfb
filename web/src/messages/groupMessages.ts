import type { ShownMessage } from './shownMessage.ts'

/** What one person said in one go. */
export interface MessageGroup {
  key: string
  senderId: string
  senderName: string
  at: number
  messages: ShownMessage[]
}

export interface Day {
  /** Its first moment that has a message. */
  at: number
  key: string
  groups: MessageGroup[]
}

/** A longer silence begins a new group. */
const silenceMs = 5 * 60_000

/** Groups messages by day (local time) and by sender, in the order in which they come. */
export function groupMessages(messages: readonly ShownMessage[]): Day[] {
  const days: Day[] = []
  let previous: ShownMessage | undefined
  for (const message of messages) {
    const key = new Date(message.at).toDateString()
    let day = days.at(-1)
    if (day?.key !== key) days.push((day = { at: message.at, key, groups: [] }))
    const group = day.groups.at(-1)
    const goesOn = previous && message.at - previous.at < silenceMs && group?.senderId === message.senderId
    if (goesOn) group!.messages.push(message)
    else day.groups.push({ ...startOf(message), messages: [message] })
    previous = message
  }
  return days
}

const startOf = ({ key, senderId, senderName, at }: ShownMessage) => ({ key, senderId, senderName, at })
