/** What a process can be started as. `all` is every role in one process. */
export const roles = [
  'all',
  'router',
  'subgraph users',
  'subgraph conversations',
  'subgraph messages',
  'worker relay',
  'worker fanout',
  'worker timers',
  'worker notifications',
  'worker webhooks',
  'migrate',
] as const

export type Role = (typeof roles)[number]
