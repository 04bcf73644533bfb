import type { ReactionResolvers } from '../../generated.ts'

export const users: ReactionResolvers['users'] = async (reaction, args, { reactors }) => {
  const { edges, pageInfo } = await reactors.of(reaction, args)
  return {
    pageInfo,
    edges: edges.map(({ node: { userId, createdAt }, cursor }) => ({
      node: { __typename: 'User', id: userId },
      reactedAt: createdAt,
      cursor,
    })),
  }
}
