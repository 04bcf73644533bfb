import type { ApiChange } from '../changes/apiChange.ts'
import { changeId } from '../changes/compareApis.ts'
import type { FederatedSubgraph } from './readFederated.ts'

/** Who may see what, when it changes: nothing in the API's shape shows it, and clients are locked out all the same. */
export function accessChanges(before: readonly FederatedSubgraph[], after: readonly FederatedSubgraph[]): ApiChange[] {
  const [older, newer] = [demandsOf(before), demandsOf(after)]
  return [...older].flatMap(([coordinate, was]) => {
    const is = newer.get(coordinate)
    return is === undefined || is === was ? [] : [changeOf(coordinate, was, is)]
  })
}

function demandsOf(subgraphs: readonly FederatedSubgraph[]): Map<string, string> {
  const demands = new Map<string, string>()
  const add = (coordinate: string, demand: string) => {
    const known = demands.get(coordinate)
    demands.set(coordinate, known && demand && known !== demand ? `${known} ${demand}` : known || demand)
  }
  for (const { types } of subgraphs) {
    for (const type of types.values()) {
      add(type.name, type.access)
      for (const [name, { access }] of type.fields) add(`${type.name}.${name}`, access)
    }
  }
  return demands
}

function changeOf(coordinate: string, was: string, is: string): ApiChange {
  const isTighter = is !== ''
  const type = isTighter ? 'ACCESS_TIGHTENED' : 'ACCESS_OPENED'
  const message = isTighter
    ? `${coordinate} demands ${is} now${was ? `, and demanded ${was}` : ''}.`
    : `${coordinate} is open to everyone now; it demanded ${was}.`
  return {
    id: changeId(type, coordinate, message),
    type,
    message,
    coordinate,
    criticality: isTighter ? 'breaking' : 'dangerous',
    touches: [coordinate],
    remedy: isTighter
      ? 'Give the clients that use it tokens that fulfil the demand first; then add the directive.'
      : 'See that everyone on the internet may read it.',
  }
}
