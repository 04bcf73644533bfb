import { BadRequest, type ParleyError } from '../../platform/errors.ts'

/** A request that is answered with this status before any GraphQL of it runs. */
export class Refusal extends Error {
  readonly status: number
  readonly error: ParleyError
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, error: ParleyError, headers: Record<string, string> = {}) {
    super(error.message, { cause: error })
    this.status = status
    this.error = error
    this.headers = headers
  }
}

/** A GET changes nothing. */
export const mutationNeedsPost = () => new Refusal(405, new BadRequest('A mutation needs POST.'), { allow: 'POST' })
