import type { ReactionResolvers } from '../../generated.ts'

export const reactedByMe: ReactionResolvers['reactedByMe'] = ({ mine }) => mine
