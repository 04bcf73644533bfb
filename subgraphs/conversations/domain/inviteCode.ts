import { randomBytes } from 'node:crypto'
import { InviteInvalid } from '../../../platform/errors.ts'
import type { InviteRow } from '../store/invites.ts'

/** 128 random bits, base64url: too many to guess. */
export const newInviteCode = () => randomBytes(16).toString('base64url')

export const isInviteCode = (code: string) => /^[\w-]{22}$/.test(code)

/** The same for a code that never was and for one that holds no more. */
export const inviteInvalid = () => new InviteInvalid('This invite link is unknown, expired, used up or revoked.')

/** Whether someone may still join with it. */
export const holds = (invite: InviteRow, now: number) =>
  invite.revokedAt === null &&
  (invite.expiresAt === null || invite.expiresAt > now) &&
  (invite.maxUses === null || invite.uses < invite.maxUses)
