import { exitCodes } from '../command/faults.ts'

const remedy = 'Tag what its fields lead to as well, or take the tag from the fields that lead there.'

/** A contract leaves no schema: a problem of the project, exit code 1. */
export class ContractBroken extends Error {
  readonly exitCode = exitCodes.problems
  readonly reason: string
  readonly remedy = remedy

  constructor(reason: string) {
    super(`The contract leaves no schema: ${reason}\n${remedy}`)
    this.reason = reason
  }
}
