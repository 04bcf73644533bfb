import type { InviteResolvers } from '../../generated.ts'

export const createdBy: InviteResolvers['createdBy'] = ({ createdBy }) => ({ __typename: 'User', id: createdBy })
