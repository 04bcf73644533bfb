import { InvalidInput } from '../errors.ts'

/**
 * An address as it is stored: https alone, without credentials, at most `max` characters of ASCII once it is written out
 * (WHATWG URL). So what a client puts into `src` loads nothing else and runs nothing.
 * @throws InvalidInput  anything else
 */
export function httpsUrl(field: string, given: string, max: number): string {
  const url = given.length <= max ? URL.parse(given) : null
  if (url?.protocol !== 'https:' || url.username || url.password || url.href.length > max) {
    throw new InvalidInput(`${field} must be an https address of at most ${max} characters, without credentials.`)
  }
  return url.href
}
