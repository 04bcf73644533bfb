/**
 * Drafts on their way to the server, where the one that comes last counts: one call at a time for each conversation, so that none
 * overtakes the next, and only the newest text of those that wait.
 */
export class DraftSaver {
  readonly #send: (conversationId: string, text: string) => Promise<void>
  readonly #newest = new Map<string, { text: string }>()
  readonly #last = new Map<string, Promise<void>>()

  constructor(send: (conversationId: string, text: string) => Promise<void>) {
    this.#send = send
  }

  /** Resolves once the server has it, or a newer one takes its place. Rejects with whatever the call rejects with. */
  save(conversationId: string, text: string): Promise<void> {
    const draft = { text }
    this.#newest.set(conversationId, draft)
    const before = this.#last.get(conversationId) ?? Promise.resolve()
    const turn = before.then(async () => {
      if (this.#newest.get(conversationId) === draft) await this.#send(conversationId, text)
    })
    const settled = turn.catch(() => undefined)
    this.#last.set(conversationId, settled)
    void settled.then(() => {
      if (this.#last.get(conversationId) === settled) this.#last.delete(conversationId)
    })
    return turn
  }
}
