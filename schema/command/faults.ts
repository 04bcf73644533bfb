/** What a command ends with. Documented in docs/schema-checks.md; scripts stand on them. */
export const exitCodes = { ok: 0, problems: 1, wrongUse: 2, couldNotRun: 3 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The command was called in a way it does not understand, or with a name that leads nowhere: exit code 2. */
export class WrongUse extends Error {
  readonly exitCode = exitCodes.wrongUse
}

/** Something around it is missing or broken (git, the registry, a disk), so nothing can be said: exit code 3. */
export class CouldNotRun extends Error {
  readonly exitCode = exitCodes.couldNotRun
}
