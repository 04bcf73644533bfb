/** The channel on which routers tell whose connections have changed. */
export const CONNECTIONS_CHANNEL = 'connections:changed'

export interface ConnectionsChange {
  userIds: string[]
  /** Connections ended: a client that reloads is back in a moment. */
  ended: boolean
}

/** Undefined where the text is no such change. */
export function readConnectionsChange(text: string): ConnectionsChange | undefined {
  try {
    const { userIds, ended } = JSON.parse(text) as { userIds?: unknown; ended?: unknown }
    if (!Array.isArray(userIds)) return undefined
    return { userIds: userIds.filter((id) => typeof id === 'string'), ended: ended === true }
  } catch {
    return undefined
  }
}
