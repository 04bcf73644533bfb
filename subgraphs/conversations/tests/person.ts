import type { Subgraph } from '../../../platform/subgraph/index.ts'

const CONVERSATION = `fragment C on Conversation {
  id kind title rev memberCount lastActivityAt createdAt unreadCount viewerMember { role user { id } }
  members(first: 100) { edges { node { role joinedAt readSeq deliveredSeq user { id } } } }
}`

export interface MemberAnswer {
  role: string
  joinedAt: string
  readSeq: number
  deliveredSeq: number
  user: { id: string }
}

export interface ConversationAnswer {
  id: string
  kind: 'DIRECT' | 'GROUP'
  title: string | null
  rev: number
  memberCount: number
  lastActivityAt: string
  createdAt: string
  unreadCount: number
  viewerMember: { role: string; user: { id: string } }
  members: { edges: { node: MemberAnswer }[] }
}

/** Someone who sends requests with their token. */
export class Person {
  readonly id: string
  readonly authorization: string
  readonly #subgraph: Subgraph

  constructor(id: string, subgraph: Subgraph, token: string) {
    this.id = id
    this.#subgraph = subgraph
    this.authorization = `Bearer ${token}`
  }

  execute(query: string, variables: Record<string, unknown> = {}) {
    return this.#subgraph.execute({ query, variables, authorization: this.authorization })
  }

  /** The data of an answer without errors; rejects with the first error's code and message otherwise. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const { data, errors } = await this.execute(query, variables)
    if (errors?.[0]) throw Object.assign(new Error(errors[0].message), { code: errors[0].extensions?.['code'] })
    return data
  }

  /** A mutation by its name; gives the payload. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async mutate(field: string, input: Record<string, unknown>, selection = 'conversation { ...C }'): Promise<any> {
    const type = field[0]!.toUpperCase() + field.slice(1) + 'Input'
    const fragment = selection.includes('...C') ? CONVERSATION : ''
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } } ${fragment}`
    return (await this.ask(query, { input }))[field]
  }

  async openDirect(userId: string): Promise<ConversationAnswer> {
    return (await this.mutate('openDirectConversation', { userId })).conversation
  }

  async createGroup(title: string, members: Person[] = []): Promise<ConversationAnswer> {
    return (await this.mutate('createGroup', { title, memberIds: members.map(({ id }) => id) })).conversation
  }

  async rename(conversationId: string, title: string): Promise<ConversationAnswer> {
    return (await this.mutate('renameConversation', { conversationId, title })).conversation
  }

  async add(conversationId: string, userIds: string[]): Promise<ConversationAnswer> {
    return (await this.mutate('addMembers', { conversationId, userIds })).conversation
  }

  async remove(conversationId: string, userId: string): Promise<ConversationAnswer> {
    return (await this.mutate('removeMember', { conversationId, userId })).conversation
  }

  async leave(conversationId: string): Promise<string> {
    return (await this.mutate('leaveConversation', { conversationId }, 'conversationId')).conversationId
  }

  async invite(
    conversationId: string,
    limits: { maxUses?: number; expiresAt?: string; role?: string } = {},
  ): Promise<string> {
    return (await this.mutate('createInvite', { conversationId, ...limits }, 'invite { code }')).invite.code
  }

  async revoke(code: string): Promise<void> {
    await this.mutate('revokeInvite', { code }, 'code')
  }

  async join(code: string): Promise<ConversationAnswer> {
    return (await this.mutate('joinConversation', { code })).conversation
  }

  /** Gives the viewer's unread count after it. */
  async read(conversationId: string, seq: number): Promise<number> {
    return (await this.mutate('markRead', { conversationId, seq })).conversation.unreadCount
  }

  async preview(
    code: string,
  ): Promise<{ conversationId: string; title: string; memberCount: number; joined: boolean }> {
    const query = 'query ($code: String!) { invite(code: $code) { conversationId title memberCount joined } }'
    return (await this.ask(query, { code })).invite
  }

  async see(id: string): Promise<ConversationAnswer> {
    const query = `query ($id: ID!) { conversation(id: $id) { ...C } } ${CONVERSATION}`
    return (await this.ask(query, { id })).conversation
  }
}

export const memberIds = (conversation: ConversationAnswer) =>
  conversation.members.edges.map(({ node }) => node.user.id).sort()
