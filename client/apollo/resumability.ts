import { ApolloLink } from '@apollo/client/link'
import { visit, type DocumentNode } from 'graphql'
import { liveFieldOf } from './liveFieldOf.ts'

/** By field: what must be selected of it for a subscription to go on where it was cut. It also takes `$after`. */
export const standings: Readonly<Record<string, readonly string[]>> = {
  conversationEvents: ['rev'],
  notificationReceived: ['rev'],
  inbox: ['log', 'position'],
}

/** What a subscription lacks to go on where it was cut; null where it lacks nothing, or has nothing to go on from. */
export function lackOf(query: DocumentNode): string | null {
  const field = liveFieldOf(query)
  const selected = new Set<string>()
  visit(query, { Field: ({ alias, name }) => void selected.add(alias?.value ?? name.value) })
  const needed = standings[field?.name.value ?? '']
  if (!field || !needed) return null
  const after = field.arguments?.find(({ name }) => name.value === 'after')?.value
  const parts = [
    ...(after?.kind === 'Variable' && after.name.value === 'after' ? [] : ['its argument `after: $after`']),
    ...needed.filter((name) => !selected.has(name)).map((name) => `\`${name}\``),
  ]
  return parts.length > 0 ? `\`${field.name.value}\` ${parts.join(' and ')}` : null
}

const told = new WeakSet<DocumentNode>()

/** Tells a developer, once for each document, of a subscription that loses what happens while it is cut. */
export const resumabilityLink = new ApolloLink((operation, forward) => {
  const { query, operationName = 'A subscription' } = operation
  const lack = told.has(query) ? null : lackOf(query)
  told.add(query)
  // eslint-disable-next-line no-console -- nothing fails: whoever writes the app would not know otherwise
  if (lack) console.warn(`${operationName} cannot go on where it is cut: give ${lack}.`)
  return forward(operation)
})
