/**
 * What files are, as one would say it without a database: each waits for its bytes, then for a message, is had by messages, and
 * goes with the last one. People 0 and 1 share place 0; people 0 and 2 share place 1.
 */
export interface Person {
  /** Where they are a member. */
  places: Set<number>
}

interface File {
  owner: number
  state: 'PENDING' | 'READY' | 'HELD' | 'USED' | 'GONE'
  /** Its time is over, or it was taken back. */
  expired: boolean
}

interface Message {
  sender: number
  place: number
  files: number[]
  deleted: boolean
}

interface Scheduled extends Omit<Message, 'deleted'> {
  state: 'WAITING' | 'FAILED' | 'DONE'
}

export type Step =
  | { do: 'sweep' }
  | { do: 'request'; person: number }
  | { do: 'put' | 'expire'; file: number }
  | { do: 'discard'; person: number; file: number }
  | { do: 'send' | 'schedule'; person: number; place: number; files: number[] }
  | { do: 'sendDue' | 'cancel'; scheduled: number }
  | { do: 'forward'; person: number; place: number; message: number }
  | { do: 'delete'; message: number }
  | { do: 'leave'; person: number; place: number }

export class AttachmentsModel {
  readonly people: Person[] = [{ places: new Set([0, 1]) }, { places: new Set([0]) }, { places: new Set([1]) }]
  readonly files: File[] = []
  readonly messages: Message[] = []
  readonly scheduled: Scheduled[] = []

  /** Who may have the bytes of a file now. */
  mayRead(person: number, file: number): boolean {
    const { owner, state, expired } = this.files[file]!
    const own = owner === person && (state === 'HELD' || (state === 'READY' && !expired))
    const { places } = this.people[person]!
    return own || this.messages.some((one) => !one.deleted && places.has(one.place) && one.files.includes(file))
  }

  /** Whether its bytes are kept, once what is over has been swept. */
  isKept(file: number): boolean {
    const { state, expired } = this.files[file]!
    return state === 'HELD' || state === 'USED' || (state === 'READY' && !expired)
  }

  request(owner: number): string {
    this.files.push({ owner, state: 'PENDING', expired: false })
    return 'ok'
  }

  put(file: number): string {
    const one = this.files[file]!
    if (one.state === 'GONE' || one.expired) return 'NOT_FOUND'
    if (one.state === 'PENDING') one.state = 'READY'
    return 'ok'
  }

  discard(person: number, file: number): string {
    const one = this.files[file]!
    if (one.owner !== person || !isUnused(one)) return 'NOT_FOUND'
    one.expired = true
    return 'ok'
  }

  expire(file: number): void {
    if (isUnused(this.files[file]!)) this.files[file]!.expired = true
  }

  sweep(): void {
    for (const one of this.files) if (isUnused(one) && one.expired) one.state = 'GONE'
  }

  send(sender: number, place: number, files: number[]): string {
    const refusal = this.#refusal(sender, place, files)
    if (refusal) return refusal
    this.#sent({ sender, place, files })
    return 'ok'
  }

  schedule(sender: number, place: number, files: number[]): string {
    const refusal = this.#refusal(sender, place, files)
    if (refusal) return refusal
    for (const file of files) this.files[file]!.state = 'HELD'
    this.scheduled.push({ sender, place, files, state: 'WAITING' })
    return 'ok'
  }

  sendDue(index: number): void {
    const one = this.scheduled[index]!
    if (one.state !== 'WAITING') return
    const isMember = this.people[one.sender]!.places.has(one.place)
    one.state = isMember ? 'DONE' : 'FAILED'
    if (isMember) this.#sent(one)
    else this.#release(one)
  }

  cancel(index: number): string {
    const one = this.scheduled[index]!
    if (one.state === 'DONE') return 'NOT_FOUND'
    if (one.state === 'WAITING') this.#release(one)
    one.state = 'DONE'
    return 'ok'
  }

  forward(sender: number, place: number, message: number): string {
    const source = this.messages[message]!
    const { places } = this.people[sender]!
    if (!places.has(source.place)) return 'FORBIDDEN'
    if (source.deleted) return 'NOT_FOUND'
    if (!places.has(place)) return 'FORBIDDEN'
    this.#sent({ sender, place, files: source.files })
    return 'ok'
  }

  delete(message: number): string {
    const one = this.messages[message]!
    if (!this.people[one.sender]!.places.has(one.place)) return 'FORBIDDEN'
    one.deleted = true
    for (const file of one.files) {
      const isHad = this.messages.some((other) => !other.deleted && other.files.includes(file))
      if (!isHad) this.files[file]!.state = 'GONE'
    }
    return 'ok'
  }

  leave(person: number, place: number): void {
    this.people[person]!.places.delete(place)
  }

  #refusal(sender: number, place: number, files: number[]): string | undefined {
    if (!this.people[sender]!.places.has(place)) return 'FORBIDDEN'
    const rows = files.map((file) => this.files[file]!)
    if (!rows.every((one) => one.owner === sender && isUnused(one) && !one.expired)) return 'NOT_FOUND'
    return rows.some(({ state }) => state === 'PENDING') ? 'UPLOAD_INCOMPLETE' : undefined
  }

  #sent({ sender, place, files }: Omit<Message, 'deleted'>): void {
    this.messages.push({ sender, place, files, deleted: false })
    for (const file of files) this.files[file]!.state = 'USED'
  }

  #release({ files }: Scheduled): void {
    for (const file of files) Object.assign(this.files[file]!, { state: 'READY', expired: false })
  }
}

const isUnused = ({ state }: File) => state === 'PENDING' || state === 'READY'
