import { defaultFieldResolver, getDirectiveValues, isObjectType } from 'graphql'
import type { GraphQLField, GraphQLSchema } from 'graphql'
import { ConfigurationError, Forbidden } from '../errors.ts'
import { apiKeyScopes } from '../identity/scopes.ts'
import type { Viewer } from '../identity/viewer.ts'

const DIRECTIVE = 'apiKeyScope'

type Field = GraphQLField<unknown, { viewer: Viewer }>

/**
 * Lets an API key reach only what its scopes allow. The fields of Query, Mutation and Subscription are closed to API keys
 * unless `@apiKeyScope(name: …)` opens them; any other field is open unless it names a scope. A person's own session has
 * no scopes, and is not limited by them.
 * @throws ConfigurationError  a scope that there is not
 */
export function enforceScopes(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields()) as Field[]) {
      const scope = scopeOf(schema, field)
      // Fields like `_entities` are the router's: what they lead to is checked there.
      if (scope !== undefined || (roots.includes(type) && !field.name.startsWith('_'))) guard(field, () => scope)
    }
  }
  guardTopics(schema)
}

/** Opening a live topic takes the scope of its subscription field. */
function guardTopics(schema: GraphQLSchema): void {
  const topics = schema.getSubscriptionType()?.getFields() ?? {}
  const openings = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) =>
    name.startsWith('_open'),
  )
  for (const opening of openings as Field[]) {
    guard(opening, ({ field }) => {
      const topic = Object.hasOwn(topics, String(field)) ? topics[String(field)] : undefined
      return topic && scopeOf(schema, topic as Field)
    })
  }
}

function guard(field: Field, scopeFor: (args: Record<string, unknown>) => string | undefined): void {
  const resolve = field.resolve ?? defaultFieldResolver
  field.resolve = (parent, args, context, info) => {
    if (context.viewer.identity?.scopes) requireScope(context.viewer, scopeFor(args))
    return resolve(parent, args, context, info)
  }
}

/**
 * Lets a person's own session pass, and an API key that has the scope.
 * @throws Forbidden  the key has not the scope, or there is none for it
 */
export function requireScope({ identity }: Viewer, scope: string | undefined): void {
  if (!identity?.scopes) return
  if (scope === undefined) throw new Forbidden('An API key cannot do this: sign in.')
  if (!identity.scopes.includes(scope)) throw new Forbidden(`This API key has not the scope ${scope}.`)
}

function scopeOf(schema: GraphQLSchema, { name, astNode }: Field): string | undefined {
  const directive = schema.getDirective(DIRECTIVE)
  const given = directive && astNode && getDirectiveValues(directive, astNode)
  if (!given) return undefined
  const scope = String(given['name'])
  if ((apiKeyScopes as readonly string[]).includes(scope)) return scope
  throw new ConfigurationError(`@${DIRECTIVE} of "${name}" names the scope ${scope}, which there is not.`)
}
