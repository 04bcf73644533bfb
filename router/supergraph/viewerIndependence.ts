import { BREAK, Kind, TypeInfo, getNamedType, isAbstractType, isObjectType, visit, visitWithTypeInfo } from 'graphql'
import type { DocumentNode, GraphQLCompositeType, GraphQLSchema } from 'graphql'
import type { LiveMarks } from './liveMarks.ts'

/**
 * Is the answer to this subscription's selection the same for all who may see it? Only when each selected field says so;
 * on an interface or union, each type behind it. `document` holds one operation and the fragments that it uses.
 */
export function isViewerIndependent(schema: GraphQLSchema, marks: LiveMarks, document: DocumentNode): boolean {
  const types = new TypeInfo(schema)
  let independent = true
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]({ name }) {
        const parent = types.getParentType()
        // The root field chooses the topic, it shows nothing itself.
        if (!parent || parent === schema.getSubscriptionType() || name.value === '__typename') return undefined
        independent = objectTypes(schema, parent).every((type) => marks.viewerIndependent(type, name.value))
        return independent ? undefined : BREAK
      },
    }),
  )
  return independent
}

function objectTypes(schema: GraphQLSchema, parent: GraphQLCompositeType): string[] {
  const type = getNamedType(parent)
  if (isObjectType(type)) return [type.name]
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : []
}
