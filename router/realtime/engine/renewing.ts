import { setTimeout as wait } from 'node:timers/promises'
import { codeOf } from '../errorPayload.ts'
import type { RealtimeLimits } from '../limits.ts'
import type { Credentials } from './subscriptionRequest.ts'

const lookEveryMs = 50

/** Sockets outlive their tokens by the grace: by then they are closed, or have new ones. */
export const renewalMs = ({ tokenGraceMs }: Pick<RealtimeLimits, 'tokenGraceMs'>): number => 2 * tokenGraceMs + 1_000

/**
 * Tries again with the next token what was refused because a token had ended (or its session): its socket is about to be
 * closed with the code that says so, or to bring a new one. Neither is a reason to end a subscription with an error.
 */
export async function renewing<T>(
  work: () => Promise<T>,
  credentials: Credentials,
  wanted: () => boolean,
  limits: RealtimeLimits,
): Promise<T> {
  for (;;) {
    const { viewer, authorization } = credentials.context()
    try {
      return await work()
    } catch (cause) {
      if (!viewer || codeOf(cause) !== 'UNAUTHENTICATED') throw cause
      const isOther = () => {
        const now = credentials.context()
        return now.authorization !== authorization || now.viewer?.expiresAt !== viewer.expiresAt
      }
      const end = performance.now() + renewalMs(limits)
      while (!isOther()) {
        if (!wanted() || performance.now() > end) throw cause
        await wait(lookEveryMs, undefined, { ref: false })
      }
    }
  }
}
