/**
 * The operations that most chat apps begin with, as typed documents: plain objects that import nothing, so that a bundler
 * keeps only those that are used. Made by `npm run codegen` from schema/operations/client.
 */
export * from './generated.ts'
