import { ApolloLink } from '@apollo/client/link'
import { SetContextLink } from '@apollo/client/link/context'
import { ErrorLink } from '@apollo/client/link/error'
import { asked } from '../asked.ts'
import type { TokenSource } from '../session/tokenSource.ts'
import { errorOf } from '../errors/errorOf.ts'

/** Sends the session's token along, renewed where needed; a refused token is renewed and the request sent once more. */
export function createAuthLink(session: TokenSource): ApolloLink {
  const attach = new SetContextLink(async ({ headers }) => {
    const accessToken = await asked('token', () => session.accessToken())
    return accessToken ? { accessToken, headers: { ...headers, authorization: `Bearer ${accessToken}` } } : {}
  })
  const again = new ErrorLink(({ error, operation, forward }) => {
    const { accessToken, renewed } = operation.getContext()
    if (errorOf(error).code !== 'UNAUTHENTICATED' || !accessToken || renewed) return
    session.refuse(accessToken)
    operation.setContext({ renewed: true })
    return forward(operation)
  })
  return ApolloLink.from([again, attach])
}
