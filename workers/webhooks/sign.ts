import { createHmac } from 'node:crypto'

/**
 * The value of `Parley-Signature`, as Stripe has it: `t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.body", hex>`, with a `v1` for
 * each secret. The time is part of what is signed, so that an old delivery cannot be passed off as a new one.
 */
export function signature(body: string, secrets: readonly string[], now: number): string {
  const time = Math.floor(now / 1_000)
  const signed = secrets.map((secret) => createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'))
  return [`t=${time}`, ...signed.map((hex) => `v1=${hex}`)].join(',')
}
