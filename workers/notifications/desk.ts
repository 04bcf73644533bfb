import type { NotificationKind, Occasion, Spread, SpreadInHand } from '../../platform/notifications/index.ts'

export type { NotificationKind, Occasion, Spread, SpreadInHand }

/** A push message that is to be sent now. */
export interface Push {
  queued: { id: string; attempts: number; createdAt: number }
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } }
  notification: {
    id: string
    userId: string
    kind: NotificationKind
    conversationId: string
    messageId: string | null
    messageSeq: number | null
    createdAt: number
  }
  includeText: boolean
  unread: number
  actorName: string
}

export interface PushQueue<P extends Push = Push> {
  next(): Promise<number | null>
  take(limit: number): Promise<P[]>
  done(push: P): Promise<void>
  gone(push: P): Promise<void>
  later(push: P, at: number): Promise<void>
}

export interface Spreads<S extends SpreadInHand = SpreadInHand> {
  add(spread: Spread): Promise<void>
  take(): Promise<S | undefined>
  advance(spread: S, after: readonly [joinedAt: number, userId: string]): Promise<unknown>
  done(spread: S): Promise<void>
}

/** Repeated, each call changes nothing. */
export interface Desk<P extends Push = Push, S extends SpreadInHand = SpreadInHand> {
  notify(occasions: readonly Occasion[]): Promise<void>
  /** The user is no member any more. */
  leave(userId: string, conversationId: string): Promise<void>
  spreads: Spreads<S>
  pushes: PushQueue<P>
  vapidKeys(): Promise<{ publicKey: string; privateKey: string }>
}
