/** What one client saw of one conversation, over all its connections. */
export interface Record {
  name: string
  /** The position after which it asked for events. */
  after: number
  seen: { rev: number; type: string; userId?: string | undefined }[]
  /** The server said that nothing more comes. */
  completed: boolean
  /** Errors, and closes that no fault of the run explains. */
  errors: string[]
}

export interface Removal {
  userId: string
  /** Its position in the conversation. */
  rev: number
}

/**
 * What is wrong with a record, in words; nothing where it proves that this client missed nothing, saw nothing twice, saw
 * all in order, and nothing after its removal.
 *
 * `last`: the newest position of the conversation. `removal`: of the client's user, where that was removed from it.
 */
export function faultsOf({ name, after, seen, completed, errors }: Record, last: number, removal?: Removal): string[] {
  const faults = errors.map((error) => `${name}: ${error}`)
  let expected = after + 1
  for (const { rev } of seen) {
    if (rev < expected) faults.push(`${name}: ${rev} came again, or late`)
    else if (rev > expected) faults.push(`${name}: ${expected} to ${rev - 1} are missing`)
    expected = Math.max(expected, rev + 1)
  }
  if (removal === undefined) {
    if (expected !== last + 1) faults.push(`${name}: stands at ${expected - 1}, the conversation at ${last}`)
    if (completed) faults.push(`${name}: was ended`)
    return faults
  }
  const removed = seen.findIndex(({ type, userId }) => type === 'MemberRemoved' && userId === removal.userId)
  const sawMore = removed >= 0 && removed < seen.length - 1
  if (sawMore || expected > removal.rev + 1) faults.push(`${name}: saw what came after its removal`)
  if (!completed) faults.push(`${name}: was not ended with its removal`)
  return faults
}
