/**
 * Runs `task` while no other tab of this browser runs one of the same name. Pages that are not served securely (http on
 * a local network), React Native and Node have no locks; there each tab is on its own, and the server's idempotency keeps things right.
 */
export const exclusive = <T>(name: string, task: () => Promise<T>): Promise<T> =>
  typeof navigator !== 'undefined' && navigator.locks ? (navigator.locks.request(name, task) as Promise<T>) : task()
