/**
 * Runs `task` while no other tab of this browser runs one of the same name. Pages that are not served securely (http on
 * a local network) have no locks; there each tab is on its own, and the server's idempotency keeps things right.
 */
export const exclusive = <T>(name: string, task: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request(name, task) as Promise<T>) : task()
