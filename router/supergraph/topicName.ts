import { InvalidInput } from '../../platform/errors.ts'

const MAX_LENGTH = 256

/**
 * Fills a topic's template, as in `conversation:{conversationId}`, with the arguments of its field. What could be taken
 * for a part of the template is percent-encoded, so two different requests never share a name.
 * @throws InvalidInput  an argument that the template needs is missing, no single value, or too long
 */
export function topicName(template: string, values: Record<string, unknown>): string {
  const name = template.replace(/\{(\w+)\}/g, (_match, argument: string) => encode(argument, values[argument]))
  if (name.length > MAX_LENGTH) throw new InvalidInput('An argument of the subscription is too long.')
  return name
}

function encode(argument: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new InvalidInput(`The subscription needs a value for "${argument}".`)
  }
  const text = String(value)
  if (text === '' || !text.isWellFormed()) throw new InvalidInput(`"${argument}" is no valid value.`)
  return encodeURIComponent(text)
}
