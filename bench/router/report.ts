import { round } from '../statistics.ts'
import type { RouterResults } from './results.ts'

/** What a router is, for people. */
export const titles: Record<string, string> = {
  apollo: '@apollo/gateway on @apollo/server 5',
  'hive-gateway': 'Hive Gateway',
  'hive-router': 'hive-router (Rust)',
  proxy: 'bare proxy (Node, undici)',
  parley: 'Parley',
  'parley all': '`parley all`, subgraphs included',
}

/** A table for each operation. Ratios are to @apollo/gateway in the same run, where it took part. */
export function report({ machine, load, operations, memory }: RouterResults): string {
  const parts = Object.entries(operations).map(([operation, figures]) => {
    const theirs = figures['apollo']?.router
    const rows = Object.entries(figures).map(([name, one]) => {
      const { router, subgraphs, fetches, latency } = one!
      const ratio = theirs && name !== 'apollo' ? round(theirs / router) : ''
      const below = name === 'parley all' ? '(within)' : `${Math.round(subgraphs)} µs`
      const asked = name === 'parley all' ? '' : fetches
      return `| ${[titles[name], `${Math.round(router)} µs`, ratio, below, asked, `${latency?.p50} / ${latency?.p99} ms`].join(' | ')} |`
    })
    const perSecond = Object.values(figures)[0]?.perSecond
    return [
      `**${operation}**${perSecond ? `, latency at ${perSecond} requests a second` : ''}`,
      '',
      '| router | CPU per request | × less than @apollo/gateway | CPU of the subgraphs | requests to subgraphs | p50 / p99 |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n')
  })
  const held = Object.entries(memory).map(([graph, byRouter]) => {
    const each = Object.entries(byRouter).map(([name, bytes]) => `${titles[name]} ${Math.round(bytes! / 1_048_576)} MB`)
    return `- ${graph}: ${each.join(', ')}`
  })
  return [
    `${machine}; load average of the machine ${load[0]} before and ${load[1]} after.`,
    '',
    ...parts,
    'Memory after that:',
    '',
    ...held,
    '',
  ].join('\n')
}
