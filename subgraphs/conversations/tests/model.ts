/**
 * A conversation as it should be, kept by the plainest means there are: a set of messages, and for each member what they
 * have read. What the system answers is compared with it.
 */
export type Role = 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST'

interface Member {
  role: Role
  /** The order in which they came; the founders came together. */
  joined: number
  /** The messages that are new to them. */
  unread: Set<number>
  read: number
}

export class ModelConversation {
  readonly members = new Map<string, Member>()
  readonly banned = new Set<string>()
  title = 'Start'
  topic: string | null = null
  messages = 0
  #joins = 0

  constructor(owner: string, other: string) {
    this.members.set(owner, { role: 'OWNER', joined: 0, unread: new Set(), read: 0 })
    this.members.set(other, { role: 'MEMBER', joined: 0, unread: new Set(), read: 0 })
  }

  join(userId: string): void {
    if (this.members.has(userId)) return
    this.members.set(userId, { role: 'MEMBER', joined: (this.#joins += 1), unread: new Set(), read: 0 })
  }

  say(userId: string): void {
    this.messages += 1
    for (const [id, member] of this.members) {
      // Whoever writes has seen what is above.
      if (id === userId) member.unread.clear()
      else member.unread.add(this.messages)
    }
  }

  read(userId: string, seq: number): void {
    const member = this.members.get(userId)!
    member.read = Math.max(member.read, seq)
    for (const message of member.unread) if (message <= seq) member.unread.delete(message)
  }

  remove(userId: string): void {
    this.members.delete(userId)
  }

  ban(userId: string): void {
    this.members.delete(userId)
    this.banned.add(userId)
  }

  /** The last owner's heir is the first by role, then by when they came, then by id. */
  leave(userId: string): void {
    const { role } = this.members.get(userId)!
    this.members.delete(userId)
    if (role !== 'OWNER' || this.owners > 0) return
    const rank = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST']
    const left = [...this.members].sort(
      ([id, a], [otherId, b]) =>
        rank.indexOf(a.role) - rank.indexOf(b.role) || a.joined - b.joined || (id < otherId ? -1 : 1),
    )
    left[0]![1].role = 'OWNER'
  }

  get owners(): number {
    return [...this.members.values()].filter(({ role }) => role === 'OWNER').length
  }
}
