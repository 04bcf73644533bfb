import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits; the prefix lets scanners of secrets find one that lies about. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`

/** What stands in an address: 256 random bits, and nothing that would have to be escaped. */
export const newHookSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256, base64url: enough for 256 random bits. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
