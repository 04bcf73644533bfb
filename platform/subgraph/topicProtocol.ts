import { coerceInputValue, extendSchema, isNonNullType, parse } from 'graphql'
import type { GraphQLField, GraphQLSchema } from 'graphql'
import { ConfigurationError, InvalidInput } from '../errors.ts'
import type { Viewer } from '../identity/viewer.ts'
import { topicProtocolSDL } from './topics.ts'
import type { BundleSource, BundleTopic, TopicOpening, TopicSource } from './topics.ts'

const MAX_EVENTS = 1_000

/** By the name of the subscription field. */
export type TopicSources<Context> = Record<string, TopicSource<Context> | BundleSource<Context>>

type Fields = Record<string, GraphQLField<unknown, unknown>>

interface OpenTopicArguments {
  field: string
  topic?: string | null
  arguments: unknown
  after?: number | null
  limit: number
}

/**
 * Adds `_openTopic`, and `_event_<field>` for each field of type Subscription, to the executable schema. The SDL that
 * `_service` tells was taken before, so composition never sees them.
 * @throws ConfigurationError  a subscription field without a source, or a source without a field
 */
export function addTopicProtocol<Context>(
  schema: GraphQLSchema,
  topics: TopicSources<Context>,
  viewerOf: (context: Context) => Viewer,
): GraphQLSchema {
  const fields = schema.getSubscriptionType()?.getFields() ?? {}
  requireSources(Object.keys(fields), Object.keys(topics))
  if (Object.keys(fields).length === 0) return schema

  const any = schema.getType('_Any') ? '' : 'scalar _Any'
  const events = Object.values(fields).map((field) => `_event_${field.name}(payload: _Any!): ${field.type}`)
  const extended = extendSchema(schema, parse(`${any} ${topicProtocolSDL} extend type Query { ${events.join('\n')} }`))

  const query = extended.getQueryType()!.getFields()
  query._openTopic!.resolve = (_parent, args, context: Context) =>
    openTopic(fields, topics, args as OpenTopicArguments, viewerOf(context), context)
  query._openBundle!.resolve = (_parent, args, context: Context) =>
    openBundle(fields, topics, args as OpenBundleArguments, viewerOf(context), context)
  for (const name of Object.keys(fields)) {
    query[`_event_${name}`]!.resolve = (_parent, { payload }: { payload?: unknown }) => payload
  }
  return extended
}

function requireSources(fields: string[], topics: string[]): void {
  const bare = fields.filter((field) => !topics.includes(field))
  const stray = topics.filter((topic) => !fields.includes(topic))
  const faults = [
    ...bare.map((field) => `Subscription.${field} has no topic source.`),
    ...stray.map((topic) => `The topic source "${topic}" has no subscription field.`),
  ]
  if (faults.length > 0) throw new ConfigurationError(faults.join(' '))
}

function openTopic<Context>(
  fields: Fields,
  topics: TopicSources<Context>,
  { field: name, topic, arguments: given, after, limit }: OpenTopicArguments,
  viewer: Viewer,
  context: Context,
): Promise<TopicOpening> {
  const field = fieldOf(fields, name)
  if (limit < 1 || limit > MAX_EVENTS) throw new InvalidInput(`limit must be from 1 to ${MAX_EVENTS}.`)
  if (typeof after === 'number' && after < 0) throw new InvalidInput('after must not be negative.')
  const source = topics[name]!
  const from = { after: after ?? undefined, limit, viewer }
  if (typeof source === 'function') return source({ arguments: coerce(field, given), ...from }, context)
  if (!topic) throw new InvalidInput(`${name} is fed by many topics: which one?`)
  return source.open({ topic, ...from }, context)
}

interface OpenBundleArguments {
  field: string
  arguments: unknown
}

function openBundle<Context>(
  fields: Fields,
  topics: TopicSources<Context>,
  { field: name, arguments: given }: OpenBundleArguments,
  viewer: Viewer,
  context: Context,
): Promise<readonly BundleTopic[]> {
  const field = fieldOf(fields, name)
  const source = topics[name]!
  if (typeof source === 'function') throw new InvalidInput(`${name} is fed by one topic.`)
  return source.topics({ arguments: coerce(field, given), viewer }, context)
}

function fieldOf(fields: Fields, name: string): GraphQLField<unknown, unknown> {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!field) throw new InvalidInput(`There is no subscription field of that name.`)
  return field
}

/** The arguments in the types that the subscription field gives them. */
function coerce(field: GraphQLField<unknown, unknown>, given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null) throw new InvalidInput('arguments must be an object.')
  const values = given as Record<string, unknown>
  const unknown = Object.keys(values).find((name) => !field.args.some((arg) => arg.name === name))
  if (unknown !== undefined) throw new InvalidInput(`${field.name} has no argument "${unknown}".`)

  const coerced: Record<string, unknown> = {}
  for (const { name, type, defaultValue } of field.args) {
    const value = values[name]
    if (value === undefined && defaultValue !== undefined) coerced[name] = defaultValue
    else if (value !== undefined || isNonNullType(type)) {
      coerced[name] = coerceInputValue(value ?? null, type, (_path, _invalid, error) => {
        throw new InvalidInput(`${field.name}(${name}): ${error.message}`)
      })
    }
  }
  return coerced
}
