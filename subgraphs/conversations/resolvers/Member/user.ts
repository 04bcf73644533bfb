import type { MemberResolvers } from '../../generated.ts'

/** A reference: the users subgraph knows the rest. */
export const user: MemberResolvers['user'] = ({ userId }) => ({ __typename: 'User', id: userId })
