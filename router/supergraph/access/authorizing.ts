import { GraphQLError, print, type GraphQLFormattedError } from 'graphql'
import { Forbidden, Unauthenticated, type ParleyError } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import { Answer } from '../answer.ts'
import { coerceVariables } from '../coerceVariables.ts'
import type { LiveOperation, PreparedOperation, RequestContext, Supergraph } from '../supergraph.ts'
import { Guards } from './guards.ts'
import { isMet, type Requirements } from './requirements.ts'
import { tellWithheld, withoutTypeKeys } from './tellWithheld.ts'

/** Errors told at most: a withheld field may be missing from many objects. */
const MAX_ERRORS = 1_000
/**
 * The supergraph with `@authenticated`, `@requiresScopes` and `@policy` enforced: a field that the viewer may not see is
 * not asked for, and null, with an error at its path. A subscription that selects one is not opened.
 * `authenticates` false: tokens are not verified, so nobody counts as signed in.
 */
export function authorizing(supergraph: Supergraph, requirements: Requirements, authenticates: boolean): Supergraph {
  if (requirements.isEmpty) return supergraph
  const { apiSchema: schema } = supergraph
  const guards = new Guards(schema, requirements)
  const live = new WeakMap<PreparedOperation, PreparedOperation>()
  const viewerOf = (context: RequestContext) => (authenticates ? context.viewer : undefined)
  const unmetOf = (prepared: PreparedOperation, viewer: Identity | undefined) =>
    guards.needed(prepared).filter((one) => !isMet(one, viewer))

  return {
    ...supergraph,
    prepare(query, operationName) {
      const prepared = supergraph.prepare(query, operationName)
      if ('errors' in prepared || !prepared.live) return prepared
      if (guards.needed(prepared).length === 0) return prepared
      let guarded = live.get(prepared)
      const check = (context: RequestContext) => {
        const viewer = viewerOf(context)
        if (unmetOf(prepared, viewer).length > 0) throw refusalFor(viewer)
      }
      if (!guarded) live.set(prepared, (guarded = { ...prepared, live: guardLive(prepared.live, check) }))
      return guarded
    },
    async execute(prepared, variables, context) {
      const viewer = viewerOf(context)
      const unmet = unmetOf(prepared, viewer)
      if (unmet.length === 0) return supergraph.execute(prepared, variables, context)
      const coerced = coerceVariables(schema, prepared.operation, variables)
      if ('errors' in coerced) return new Answer(undefined, coerced.errors)
      const { document, withheld } = guards.reduced(prepared, unmet)
      const reduced = supergraph.prepare(print(document), prepared.operation.name?.value)
      if ('errors' in reduced) return new Answer(undefined, reduced.errors)
      const answer = await supergraph.execute(reduced, variables, context)
      if (answer.data === undefined) return answer
      const { message, extensions } = refusalFor(viewer)
      const errors: GraphQLFormattedError[] = [...answer.errors]
      const missing = (path: readonly (string | number)[]) =>
        void (errors.length < MAX_ERRORS && errors.push({ message, path, extensions }))
      const data = JSON.parse(answer.data) as Record<string, unknown> | null
      const told = data && tellWithheld({ schema, variables: coerced.values, missing }, data, withheld)
      withoutTypeKeys(told)
      return new Answer(JSON.stringify(told), errors, answer)
    },
  }
}

const refusalFor = (viewer: Identity | undefined): ParleyError =>
  viewer
    ? new Forbidden('This viewer may not see everything that was asked for.')
    : new Unauthenticated('Sign in to see everything that was asked for.')

function guardLive(live: LiveOperation, check: (context: RequestContext) => void): LiveOperation {
  return {
    ...live,
    async open(topic, limit, context) {
      try {
        check(context)
      } catch (error) {
        const { message, extensions } = error as ParleyError
        throw new GraphQLError(message, { extensions })
      }
      return live.open(topic, limit, context)
    },
    async resolveEvent(payload, variables, context) {
      try {
        check(context)
      } catch (error) {
        const { message, extensions } = error as ParleyError
        return new Answer('null', [{ message, extensions }])
      }
      return live.resolveEvent(payload, variables, context)
    },
  }
}
