import { personas, type Persona, type Scene } from './scene.ts'

export interface Operation {
  query: string
  variables?: Record<string, unknown>
}

/** One field of the API: how to use it, and who may. */
export interface Row {
  /** How a persona uses it. Asked for each, since some things can be done once. */
  run(scene: Scene, persona: Persona): Operation | Promise<Operation>
  /** Who gets it. */
  allowed: readonly Persona[]
  /** The code for whom it is none of the usual ones. */
  otherwise?: Partial<Record<Persona, string>>
  /** What those who may get, where to get more would need more than a right. */
  passes?: string
  /** For a subscription: makes it tell something. */
  provoke?(scene: Scene, persona: Persona): Promise<unknown>
}

export const signedIn = personas.filter((one) => one !== 'anonymous' && one !== 'keyWithout')
export const people = signedIn.filter((one) => one !== 'keyWith')
export const members = ['guest', 'member', 'admin', 'owner', 'keyWith'] as const
export const staff = ['admin', 'owner', 'keyWith'] as const
export const owners = ['owner', 'keyWith'] as const

/** The code for whoever may not: first who one is, then what a key is for, then what one may. */
export const usual = (persona: Persona): string => (persona === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN')

/** A mutation by its name: its input's type is named after it. */
export const mutation = (
  name: string,
  input: Record<string, unknown>,
  answer: string,
  type = inputOf(name),
): Operation => ({
  query: `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`,
  variables: { input },
})

const inputOf = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}Input`
