import { InvalidInput } from '../errors.ts'
import { knownId } from '../input/index.ts'

/** A place in one log, as clients hand it back. */
export const positionIn = (log: string, rev: number): string => `${log}@${rev}`

/** Places in many logs as one text: 16 bytes for each id (a UUID) and a varint (LEB128) for each rev, base64url. */
export function positionInAll(places: Iterable<readonly [log: string, rev: number]>): string {
  const bytes: number[] = []
  for (const [log, rev] of places) {
    bytes.push(...Buffer.from(log.replaceAll('-', ''), 'hex'))
    for (let rest = rev; ; rest = Math.floor(rest / 128)) {
      bytes.push(rest < 128 ? rest : (rest % 128) + 128)
      if (rest < 128) break
    }
  }
  return `~${Buffer.from(bytes).toString('base64url')}`
}

const MAX_TEXTS = 2_000
const MAX_PLACES = 10_000

/**
 * The newest place in each log that these positions name.
 * @throws InvalidInput  one is none, or they are too many
 */
export function readPositions(texts: readonly string[]): Map<string, number> {
  if (texts.length > MAX_TEXTS) throw new InvalidInput(`after: at most ${MAX_TEXTS} positions.`)
  const newest = new Map<string, number>()
  for (const [log, rev] of texts.flatMap((text) => (text.startsWith('~') ? readAll(text) : readOne(text)))) {
    newest.set(log, Math.max(rev, newest.get(log) ?? 0))
  }
  if (newest.size > MAX_PLACES) throw new InvalidInput(`after: at most ${MAX_PLACES} logs.`)
  return newest
}

function readOne(text: string): [string, number][] {
  const [, id = '', rev] = /^([^@]{36})@(0|[1-9][0-9]{0,9})$/.exec(text) ?? []
  const log = knownId(id)
  if (!log) throw noPosition()
  return [[log, Number(rev)]]
}

function readAll(text: string): [string, number][] {
  if (!/^~[\w-]*$/.test(text)) throw noPosition()
  const bytes = Buffer.from(text.slice(1), 'base64url')
  const places: [string, number][] = []
  for (let at = 0; at < bytes.length;) {
    const hex = bytes.toString('hex', at, at + 16)
    const log = knownId(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'))
    at += 16
    let rev = 0
    let byte = 128
    for (let weight = 1; byte >= 128; weight *= 128) {
      if (at >= bytes.length || weight > 128 ** 5) throw noPosition()
      byte = bytes[at++]!
      rev += (byte % 128) * weight
    }
    if (!log) throw noPosition()
    places.push([log, rev])
  }
  return places
}

const noPosition = () => new InvalidInput('after: a `position` of the inbox or of one of its events is expected.')
