import { BadRequest } from '../../platform/errors.ts'
import { Refusal } from './refusal.ts'

/** The forms of an answer, the one preferred among equals first. */
const json = 'application/json'
const graphql = 'application/graphql-response+json'
export type MediaType = typeof json | typeof graphql

/**
 * The form of answer that an `Accept` header prefers (RFC 9110, 12.5.1). Without one, and for any type at all, plain JSON.
 * @throws Refusal  406: neither form is accepted
 */
export function answerType(accept: string | undefined): MediaType {
  const known = chosen.get(accept)
  if (known) return known
  const type = choose(accept)
  if (chosen.size < MOST_CHOICES) chosen.set(accept, type)
  return type
}

/** What clients ask for is mostly the same: each text is read once, as far as memory goes. */
const chosen = new Map<string | undefined, MediaType>()
const MOST_CHOICES = 500

function choose(accept: string | undefined): MediaType {
  const qualities = [json, graphql].map((type) => quality(accept, type))
  if (Math.max(...qualities) === 0) {
    throw new Refusal(406, new BadRequest(`Accept ${graphql} or ${json}.`))
  }
  return qualities[1]! > qualities[0]! || named(accept, graphql) ? graphql : json
}

/** Does this request come from a browser that wants to show a page? */
export const wantsPage = (accept: string | undefined): boolean =>
  named(accept, 'text/html') && !named(accept, json) && !named(accept, graphql)

/** What an `Accept` header lists: each range with its parameters, in small letters. */
export const ranges = (accept = '*/*'): string[][] =>
  accept
    .toLowerCase()
    .split(',')
    .map((range) => range.split(';').map((part) => part.trim()))

const named = (accept: string | undefined, type: string) =>
  ranges(accept).some(([name, ...parameters]) => name === type && weight(parameters) > 0)

/** The most specific range that fits decides. */
function quality(accept: string | undefined, type: string): number {
  const fitting = ['*/*', `${type.split('/')[0]}/*`, type]
  const found = ranges(accept)
    .map(([name = '', ...parameters]) => ({ rank: fitting.indexOf(name), weight: weight(parameters) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => b.rank - a.rank)
  return found[0]?.weight ?? 0
}

/** What `q` among the parameters of a range says: 0 to 1, where 0 is a no. */
export function weight(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='))
  const value = given === undefined ? 1 : Number(given.slice(2))
  return value >= 0 && value <= 1 ? value : 0
}
