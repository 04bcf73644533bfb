import type { Database } from '../../../../platform/database/index.ts'
import { addVapidKeys, findVapidKeys } from '../../store/notifications/vapidKeys.ts'
import type { VapidKeys } from '../../store/notifications/vapidKeys.ts'

/**
 * The keys by which push services know this installation: those configured, else the ones in the database, which are made
 * where there are none. All processes end with the same pair. Other keys make every subscription of a browser worthless.
 */
export function vapidKeysOf(database: Database, configured: VapidKeys | undefined, now: () => number) {
  let known = configured
  return async (): Promise<VapidKeys> => {
    known ??= await findVapidKeys(database)
    if (known) return known
    // Loaded here only: keys are made once in the life of an installation.
    const { default: webPush } = await import('web-push')
    await addVapidKeys(database, webPush.generateVAPIDKeys(), now())
    known = await findVapidKeys(database)
    if (!known) throw new Error('the VAPID keys were neither there nor made')
    return known
  }
}
