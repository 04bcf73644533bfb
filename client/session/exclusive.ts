/**
 * Runs `task` while no other tab of this browser runs one of the same name. Pages that are not served securely (http on
 * a local network), React Native and Node have no locks; there each tab is on its own, and the server's idempotency keeps things right.
 * So it is where the browser refuses them, as to a page in another site's frame that may not store anything.
 */
export async function exclusive<T>(name: string, task: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return task()
  let isGranted = false
  const alone = () => {
    isGranted = true
    return task()
  }
  try {
    return (await locks.request(name, alone)) as T
  } catch (error) {
    if (isGranted) throw error
    return task()
  }
}
