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

/**
 * The topics of a field of state: one, or, where the template names a list, one for each of its elements, each once.
 * @throws InvalidInput  as topicName; an empty list, or several
 */
export function topicNames(template: string, values: Record<string, unknown>): string[] {
  const lists = [...template.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name!)
    .filter((name) => Array.isArray(values[name]))
  const [list] = lists
  if (list === undefined) return [topicName(template, values)]
  const elements = values[list] as unknown[]
  if (lists.length > 1 || elements.length === 0) throw new InvalidInput(`"${list}" must name at least one.`)
  return [...new Set(elements.map((element) => topicName(template, { ...values, [list]: element })))]
}

function encode(argument: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new InvalidInput(`The subscription needs a value for "${argument}".`)
  }
  const text = String(value)
  if (text === '' || !text.isWellFormed()) throw new InvalidInput(`"${argument}" is no valid value.`)
  return encodeURIComponent(text)
}
