import { InvalidInput } from '../../../../platform/errors.ts'
import { mayBePublic } from '../../../../platform/network/publicAddress.ts'

const MAX_URL = 1_000

/** Where webhooks may go: https on the internet; or, for development, also http and addresses inside. */
export type WebhookEndpoints = 'public' | 'any'

/**
 * An address as it is stored. That a name leads to no address inside is seen when it is connected to.
 * @throws InvalidInput
 */
export function webhookUrl(given: string, endpoints: WebhookEndpoints): string {
  const url = given.length <= MAX_URL ? URL.parse(given) : null
  const protocols = endpoints === 'any' ? ['https:', 'http:'] : ['https:']
  if (!url || !protocols.includes(url.protocol) || url.username || url.password || url.href.length > MAX_URL) {
    const kind = endpoints === 'any' ? 'an http or https' : 'an https'
    throw new InvalidInput(`url must be ${kind} address of at most ${MAX_URL} characters, without credentials.`)
  }
  if (endpoints === 'public' && !mayBePublic(url))
    throw new InvalidInput('url must lead to an address on the internet.')
  url.hash = ''
  return url.href
}
