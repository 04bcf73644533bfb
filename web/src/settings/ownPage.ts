import { ApiError } from '../../../client/errors/apiError.ts'

/** A list of the viewer's own account, which the API leaves out where nobody is signed in any more. @throws ApiError */
export function ownPage<Page>(page: Page | null | undefined): Page {
  if (!page) throw new ApiError('UNAUTHENTICATED', 'Nobody is signed in.')
  return page
}
