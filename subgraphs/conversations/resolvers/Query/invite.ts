import { previewInvite } from '../../domain/previewInvite.ts'
import type { QueryResolvers } from '../../generated.ts'

export const invite: QueryResolvers['invite'] = (_parent, { code }, { conversations, actor }) =>
  previewInvite(conversations, actor(), code)
