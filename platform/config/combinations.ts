/** Variables that are right one by one and wrong together: each fault says what to set instead. */
import { createECDH } from 'node:crypto'
import type { Role } from './roles.ts'
import { standsAlone } from './standsAlone.ts'
import type { Values, VariableName } from './variables.ts'

const subgraphUrls: VariableName[] = [
  'PARLEY_SUBGRAPH_USERS_URL',
  'PARLEY_SUBGRAPH_CONVERSATIONS_URL',
  'PARLEY_SUBGRAPH_MESSAGES_URL',
]
const conversationsSubgraph: VariableName[] = [
  'PARLEY_CONVERSATIONS_DATABASE_URL',
  'PARLEY_KAFKA_BROKERS',
  // Where ended sessions are made known.
  'PARLEY_REDIS_URL',
  'PARLEY_SUBGRAPH_USERS_URL',
]

/** What a role that is a process of its own shares with the others, and so cannot have in its own memory or files. */
const needs: Record<Role, VariableName[]> = {
  all: [],
  migrate: [],
  router: ['PARLEY_REDIS_URL', ...subgraphUrls],
  // Which is told of blocks.
  'subgraph users': ['PARLEY_USERS_DATABASE_URL', 'PARLEY_REDIS_URL', 'PARLEY_SUBGRAPH_CONVERSATIONS_URL'],
  'subgraph conversations': conversationsSubgraph,
  'subgraph messages': conversationsSubgraph,
  'worker relay': ['PARLEY_CONVERSATIONS_DATABASE_URL', 'PARLEY_KAFKA_BROKERS'],
  'worker timers': ['PARLEY_CONVERSATIONS_DATABASE_URL', 'PARLEY_KAFKA_BROKERS'],
  'worker notifications': [
    'PARLEY_CONVERSATIONS_DATABASE_URL',
    'PARLEY_USERS_DATABASE_URL',
    'PARLEY_KAFKA_BROKERS',
    'PARLEY_REDIS_URL',
  ],
  'worker webhooks': ['PARLEY_CONVERSATIONS_DATABASE_URL', 'PARLEY_KAFKA_BROKERS'],
  'worker fanout': ['PARLEY_KAFKA_BROKERS', 'PARLEY_REDIS_URL'],
}

/** A router over a supergraph of its own has nothing of Parley around it. */
const needsOf = (role: Role, values: Partial<Values>) => (standsAlone(values, role) ? [] : needs[role])

/** One sentence per fault; empty when the variables fit together for this role. */
export function faultsInCombination(values: Partial<Values>, role: Role): string[] {
  const missing = needsOf(role, values).filter((name) => values[name] === undefined)
  const faults = missing.map(
    (name) =>
      `${name}: \`parley ${role}\` shares it with other processes and cannot do without. Set it, or run \`parley all\`.`,
  )
  if ((values.PARLEY_VAPID_PUBLIC_KEY === undefined) !== (values.PARLEY_VAPID_PRIVATE_KEY === undefined)) {
    faults.push('PARLEY_VAPID_PUBLIC_KEY: it goes with PARLEY_VAPID_PRIVATE_KEY. Set both, or neither.')
  }
  if (values.PARLEY_VAPID_PUBLIC_KEY && values.PARLEY_VAPID_PRIVATE_KEY && !arePair(values)) {
    faults.push('PARLEY_VAPID_PUBLIC_KEY: it is not the public key of PARLEY_VAPID_PRIVATE_KEY.')
  }
  faults.push(...faultsOfObjects(values))
  if (role === 'all' || role === 'migrate') faults.push(...faultsOfOneProcess(values))
  return faults
}

const objectVariables = ['PARLEY_OBJECTS_URL', 'PARLEY_OBJECTS_KEY_ID', 'PARLEY_OBJECTS_SECRET'] as const

function faultsOfObjects(values: Partial<Values>): string[] {
  const missing = objectVariables.filter((name) => values[name] === undefined)
  if (missing.length === 0 || missing.length === objectVariables.length) return []
  return missing.map((name) => `${name}: it goes with the other PARLEY_OBJECTS_ variables. Set all three, or none.`)
}

function faultsOfOneProcess(values: Partial<Values>): string[] {
  const { PARLEY_USERS_DATABASE_URL: users, PARLEY_CONVERSATIONS_DATABASE_URL: conversations } = values
  const faults: string[] = []
  if ((users === undefined) !== (conversations === undefined)) {
    const [set, unset] = users === undefined ? ['CONVERSATIONS', 'USERS'] : ['USERS', 'CONVERSATIONS']
    faults.push(
      `PARLEY_${unset}_DATABASE_URL: PARLEY_${set}_DATABASE_URL is MySQL and this one would be SQLite. Set both, or neither.`,
    )
  }
  if (values.PARLEY_KAFKA_BROKERS !== undefined && conversations === undefined) {
    faults.push(
      'PARLEY_KAFKA_BROKERS: Kafka carries the events of several processes, and an SQLite file serves one. ' +
        'Set PARLEY_CONVERSATIONS_DATABASE_URL too, or leave Kafka out.',
    )
  }
  return faults
}

/** Keys that do not belong together would be refused by every push service, one message at a time. */
function arePair(values: Partial<Values>): boolean {
  try {
    const pair = createECDH('prime256v1')
    pair.setPrivateKey(Buffer.from(values.PARLEY_VAPID_PRIVATE_KEY!, 'base64url'))
    return pair.getPublicKey().equals(Buffer.from(values.PARLEY_VAPID_PUBLIC_KEY!, 'base64url'))
  } catch {
    return false
  }
}
