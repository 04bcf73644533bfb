import { round, type Times } from '../statistics.ts'
import type { SendResults } from './results.ts'

const ms = ({ p50, p99 }: Times) => `${p50} / ${p99} ms`

/** The results as a table for people, with the ratios that the targets speak of. */
export function report(machine: string, results: Record<string, SendResults>): string {
  const lines = [`Sends (${machine}); p50 / p99`, '']
  for (const [side, { bare, times, rates }] of Object.entries(results)) {
    const sum = (share: 'p50' | 'p99') => round(bare.insert[share] + bare.log[share] + bare.pubsub[share])
    lines.push(
      `## ${side}`,
      '',
      '| measure | value |',
      '|---|---|',
      `| one committed insert | ${ms(bare.insert)} |`,
      `| event log, append to handler | ${ms(bare.log)} |`,
      `| pub/sub, publish to listener | ${ms(bare.pubsub)} |`,
      `| sum of the bare parts | ${sum('p50')} / ${sum('p99')} ms |`,
      `| send to acknowledgement | ${ms(times.acknowledgement)} |`,
      `| send to receipt | ${ms(times.receipt)} |`,
      `| receipt p99 ÷ sum of bare p99 | ${round(times.receipt.p99 / sum('p99'))} |`,
      `| 64 connections, bare committed inserts | ${bare.inserts64.perSecond}/s |`,
      `| 64 senders, one conversation | ${rates.shared.perSecond}/s, ${rates.shared.cpuMicroseconds} µs CPU each |`,
      `| the same, one transaction per send | ${rates.sharedOnePerTransaction.perSecond}/s |`,
      `| ratio | ${round(rates.shared.perSecond / rates.sharedOnePerTransaction.perSecond)} |`,
      `| 64 senders, 64 conversations | ${rates.separate.perSecond}/s, ${rates.separate.cpuMicroseconds} µs CPU each |`,
      `| ratio to bare inserts | ${round(rates.separate.perSecond / bare.inserts64.perSecond)} |`,
      '',
    )
  }
  return lines.join('\n')
}
