import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { BadUserInput, OperationTooComplex, ParleyError, ParseFailed, ValidationFailed } from '../../platform/errors.ts'
import { checkLimits, type OperationLimits } from './limits.ts'
import { subscriptionRoot } from './subscriptionRoot.ts'

const MAX_ERRORS = 20

export interface DocumentRules {
  apiSchema: GraphQLSchema
  limits: OperationLimits
  /** May clients ask for the schema? */
  introspection: boolean
}

/** A document that may be planned, and the operation meant, or why it may not. */
export type CheckedDocument =
  { document: DocumentNode; operation: OperationDefinitionNode } | { errors: readonly GraphQLError[] }

/** Parses, chooses the operation, measures, validates: the cheap checks first. Never throws for what a client wrote. */
export function checkDocument(rules: DocumentRules, query: string, operationName: string | undefined): CheckedDocument {
  try {
    const document = parseWithin(query, rules.limits.tokens)
    const operation = chooseOperation(document, operationName)
    if (!rules.apiSchema.getRootType(operation.operation)) {
      throw new ValidationFailed(`There is no ${operation.operation} in this schema.`)
    }
    checkLimits(operation, document, rules.limits)
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) subscriptionRoot(operation, document)
    const errors = validateDocument(rules, document)
    return errors.length > 0 ? { errors } : { document, operation }
  } catch (error) {
    // Nesting so deep that the parser's own stack is too small for it.
    const known = error instanceof RangeError ? new OperationTooComplex('The document is nested too deeply.') : error
    if (known instanceof GraphQLError) return { errors: [known] }
    if (known instanceof ParleyError) return { errors: [withCode(known.message, known)] }
    throw error
  }
}

function parseWithin(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    if (
      error.message.includes(`more that ${maxTokens} tokens`) ||
      error.message.includes(`more than ${maxTokens} tokens`)
    ) {
      throw new OperationTooComplex(`The document has too many tokens: at most ${maxTokens} are allowed.`)
    }
    throw withCode(error.message, new ParseFailed(error.message), error)
  }
}

function chooseOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const [first] = operations
  if (!first) throw new BadUserInput('The document holds no operation.')
  if (name === undefined || name === '') {
    if (operations.length > 1)
      throw new BadUserInput('The document holds several operations: name one in operationName.')
    return first
  }
  const named = operations.find((operation) => operation.name?.value === name)
  if (!named) throw new BadUserInput(`The document holds no operation named ${JSON.stringify(name.slice(0, 100))}.`)
  return named
}

function validateDocument({ apiSchema, introspection }: DocumentRules, document: DocumentNode): GraphQLError[] {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule]
  return validate(apiSchema, document, rules, { maxErrors: MAX_ERRORS }).map((error) => {
    // Where the schema is not told, its names are not guessed aloud either.
    const message = introspection ? error.message : error.message.replace(/ Did you mean .*\?$/, '')
    return withCode(message, new ValidationFailed(message), error)
  })
}

/** `at`: where in the document. */
export const withCode = (message: string, { extensions }: ParleyError, at?: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    ...(at?.nodes ? { nodes: at.nodes } : {}),
    ...(at?.source ? { source: at.source } : {}),
    ...(at?.positions ? { positions: at.positions } : {}),
    extensions,
  })
