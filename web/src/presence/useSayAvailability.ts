import { useEffect } from 'react'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { SetPresenceDocument, type DeviceAvailability } from '../generated.ts'
import { browserStorage, keep } from '../offline/browserStorage.ts'

/** Nobody has touched any page of this browser for so long: away. */
const idleMs = 5 * 60_000
const lookMs = 15_000
/** Somebody who only reads asks the server for nothing, and would count as away there: it is said again. */
const againMs = 5 * 60_000
/** All pages of a browser are one session, and so one device: what is done on one counts for all. */
const usedKey = 'parley.usedAt'
const uses = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const

/** Tells others whether somebody is at this device. */
export function useSayAvailability(): void {
  const { client } = useChat()
  useEffect(() => {
    let said: DeviceAvailability | undefined
    let saidAt = 0
    let usedAt = 0
    const say = () => {
      const stored = Number(browserStorage.getItem(usedKey) ?? 0)
      const now: DeviceAvailability = Date.now() - Math.max(usedAt, stored) > idleMs ? 'AWAY' : 'ONLINE'
      if (now === said && (now === 'AWAY' || Date.now() - saidAt < againMs)) return
      said = now
      saidAt = Date.now()
      // Said again at the next look, where it did not arrive.
      change(client, SetPresenceDocument, { input: { availability: now } }).catch(() => (said = undefined))
    }
    const use = () => {
      if (Date.now() - usedAt < 5_000) return
      usedAt = Date.now()
      keep(usedKey, String(usedAt))
      say()
    }
    use()
    const timer = setInterval(say, lookMs)
    for (const name of uses) window.addEventListener(name, use, { passive: true })
    return () => {
      clearInterval(timer)
      for (const name of uses) window.removeEventListener(name, use)
    }
  }, [client])
}
