/**
 * The one of `offered` that an `Accept-Encoding` header likes best, among equals the earlier (RFC 9110, 12.5.3). Undefined: it
 * allows none of them, or there is no header.
 */
export function acceptedEncoding<E extends string>(accepted: string | undefined, offered: readonly E[]): E | undefined {
  if (!accepted) return undefined
  const weights = weightsOf(accepted)
  let best: E | undefined
  let most = 0
  for (const encoding of offered) {
    const weight = weights.get(encoding) ?? weights.get('*') ?? 0
    if (weight > most) [best, most] = [encoding, weight]
  }
  return best
}

/** What the header says of each encoding. */
const weightsOf = (accepted: string) =>
  new Map(
    accepted.split(',').map((part) => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
      return [name.trim(), Number(quality ?? 1)] as const
    }),
  )
