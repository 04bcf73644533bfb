import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'
import { changed, counted, sorted, type InboxEvent, type InboxRow } from './inboxRow.ts'
import type { Person } from './person.ts'
import { until } from '../../platform/time/until.ts'

const SETTINGS = 'version mutedUntil pinned archived markedUnread notificationLevel'
const ROW = `id rev title topic lastActivityAt lastMessage { seq text } unreadAfter clearedSeq unreadCount mentionCount mentionSeqs viewerMayWrite
  viewerSettings { ${SETTINGS} } viewerDraft { text }`
const CONVERSATION = `query ($id: ID!) { conversation(id: $id) { ${ROW} } }`
const INBOX = `query ($filter: InboxFilter, $after: String) {
  inbox(first: 100, filter: $filter, after: $after) { position edges { node { ${ROW} } } pageInfo { hasNextPage endCursor } } }`
const MESSAGE = 'message { seq text sender { id } mentions { id } mentionsEveryone }'
const SUBSCRIPTION = `subscription ($after: [String!]) {
  inbox(after: $after) {
    __typename log position at
    ... on ConversationEvent { rev conversation { id } }
    ... on MessageSent { ${MESSAGE} }
    ... on MessageEdited { ${MESSAGE} }
    ... on MessageDeleted { ${MESSAGE} }
    ... on TitleChanged { title }
    ... on TopicChanged { topic }
    ... on WritingChanged { mayWrite }
    ... on ConversationJoined { conversation { id } }
    ... on ConversationLeft { conversation { id } }
    ... on ReadMoved { conversation { id } readSeq unreadAfter }
    ... on HistoryCleared { conversation { id } clearedSeq unreadAfter }
    ... on SettingsChanged { conversation { id } settings { ${SETTINGS} } }
    ... on DraftChanged { conversation { id } draft { text } }
  }
}`

/** One device's inbox, kept live as the documentation says: a snapshot, the events after it, and a resume from what it has. */
export class Inbox {
  readonly events: InboxEvent[] = []
  readonly errors: unknown[] = []
  readonly rows = new Map<string, InboxRow>()
  /** Where it is: the inbox's position under '', then that of each log. */
  readonly positions = new Map<string, string>()
  #person: Person
  #client: Client | undefined
  #sockets: WebSocket[] = []
  #work: Promise<void> = Promise.resolve()

  private constructor(person: Person) {
    this.#person = person
  }

  /** Reads the inbox; `connect` then follows it. */
  static async read(person: Person): Promise<Inbox> {
    const inbox = new Inbox(person)
    await inbox.#read()
    return inbox
  }

  /** What reading it again gives. */
  static async fresh(person: Person): Promise<InboxRow[]> {
    return sorted((await readAll(person)).rows)
  }

  /** Follows it from where it is, on a new socket. */
  connect(): void {
    this.#client = createClient({
      url: this.#person.place.url.replace('http', 'ws') + '/graphql',
      webSocketImpl: this.#trackedSocket(),
      retryAttempts: 0,
      connectionParams: () => ({ authorization: `Bearer ${this.#person.accessToken}` }),
    })
    this.#client.subscribe<{ inbox: InboxEvent }>(
      { query: SUBSCRIPTION, variables: { after: [...this.positions.values()] } },
      {
        next: ({ data, errors }) => {
          if (errors) this.errors.push(...errors)
          if (data?.inbox) this.#take(data.inbox)
        },
        error: (error) => void this.errors.push(error),
        complete: () => {},
      },
    )
  }

  /** From now on it is at this person's router. */
  moveTo(person: Person): void {
    this.#person = person
  }

  /** Cuts the network under it. What happens now is told when it connects again. */
  cut(): void {
    for (const socket of this.#sockets.splice(0)) socket.terminate()
    Promise.resolve(this.#client?.dispose()).catch(() => {}) // cut before it was open
  }

  get state(): InboxRow[] {
    return sorted([...this.rows.values()])
  }

  async until(condition: (inbox: this) => boolean): Promise<void> {
    await until(
      () => condition(this),
      () => `saw ${JSON.stringify(this.events)} ${JSON.stringify(this.errors)}`,
    )
  }

  /** Waits until it shows what reading it again gives. */
  async untilFresh(): Promise<void> {
    let fresh = ''
    await until(
      async () => {
        fresh = JSON.stringify(await Inbox.fresh(this.#person))
        await this.#work
        return fresh === JSON.stringify(this.state)
      },
      () => `live ${JSON.stringify(this.state)}\nfresh ${fresh}\nsaw ${JSON.stringify(this.events)}`,
    )
  }

  close(): void {
    this.cut()
  }

  /** In their order, each when the one before has had its effect, which may be to read a conversation again. */
  #take(event: InboxEvent): void {
    this.events.push(event)
    this.#work = this.#work.then(() => this.#apply(event)).catch((error) => void this.errors.push(error))
  }

  async #apply(event: InboxEvent): Promise<void> {
    this.positions.set(event.log, event.position)
    const id = event.conversation?.id
    if (event.__typename === 'InboxResyncRequired') return this.#read()
    if (!id) throw new Error(`no conversation in ${JSON.stringify(event)}`)
    if (event.__typename === 'ConversationLeft') return void this.rows.delete(id)
    const row = this.rows.get(id)
    if (!row || ['ConversationJoined', 'ResyncRequired'].includes(event.__typename)) return this.#readOne(id)
    if (event.rev !== undefined && event.rev <= row.rev) return
    this.rows.set(id, counted(changed(row, event, this.#person.id)))
  }

  async #read(): Promise<void> {
    const { rows, position } = await readAll(this.#person)
    this.rows.clear()
    for (const row of rows) this.rows.set(row.id, row)
    this.positions.set('', position)
  }

  async #readOne(id: string): Promise<void> {
    const { data, errors } = await this.#person.ask(CONVERSATION, { id })
    if (data) this.rows.set(id, (data as unknown as { conversation: InboxRow }).conversation)
    // Left since: the event that says so follows.
    else if (errors?.[0]?.extensions.code === 'FORBIDDEN') this.rows.delete(id)
    else throw new Error(JSON.stringify(errors))
  }

  #trackedSocket() {
    const sockets = this.#sockets
    return class extends WebSocket {
      constructor(url: string, protocols?: string[]) {
        super(url, protocols)
        sockets.push(this)
        this.on('error', () => {})
      }
    }
  }
}

async function readAll(person: Person): Promise<{ rows: InboxRow[]; position: string }> {
  const rows: InboxRow[] = []
  let position = ''
  for (const filter of ['ALL', 'ARCHIVED']) {
    for (let after: string | null = null, more = true; more;) {
      const { inbox } = await person.get(INBOX, { filter, after })
      position ||= inbox.position
      rows.push(...inbox.edges.map(({ node }: { node: InboxRow }) => node))
      after = inbox.pageInfo.endCursor
      more = inbox.pageInfo.hasNextPage
    }
  }
  return { rows, position }
}
