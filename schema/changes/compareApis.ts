import { createHash } from 'node:crypto'
import { CriticalityLevel, diff, DiffRule, type Change } from '@graphql-inspector/core'
import type { GraphQLSchema } from 'graphql'
import type { ApiChange } from './apiChange.ts'
import { remedyFor } from './remedyFor.ts'
import { coordinateOf, touchesOf } from './touches.ts'

const criticalities = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
} as const

/** What clients notice of a new API: the changes that graphql-inspector finds, and who each of them hits. */
export async function compareApis(before: GraphQLSchema, after: GraphQLSchema): Promise<ApiChange[]> {
  const changes = await diff(before, after, [DiffRule.simplifyChanges])
  return changes.map(toApiChange)
}

function toApiChange(change: Change): ApiChange {
  const coordinate = coordinateOf(change)
  return {
    id: changeId(change.type, coordinate, change.message),
    type: change.type,
    message: messageOf(change, coordinate),
    coordinate,
    criticality: criticalities[change.criticality.level],
    touches: touchesOf(change),
    remedy: remedyFor(change.type),
  }
}

/** graphql-inspector's words, with the coordinate before them where they do not hold it. */
function messageOf({ message }: Change, coordinate: string): string {
  const sentence = message.replace(/'/g, '"').replace(/\.?$/, '.')
  return sentence.includes(coordinate) ? sentence : `${coordinate}: ${sentence}`
}

/** Ten hexadecimal digits: enough to tell the changes of one project apart, and short enough to be typed. */
export const changeId = (type: string, coordinate: string, message: string): string =>
  createHash('sha256').update(`${type} ${coordinate} ${message}`).digest('hex').slice(0, 10)
