import { createInvite } from '../../domain/createInvite.ts'
import type { MutationResolvers } from '../../generated.ts'

export const createInviteResolver: MutationResolvers['createInvite'] = async (
  _parent,
  { input },
  { conversations, actor },
) => {
  const { conversationId, expiresAt, maxUses, role } = input
  const invite = await createInvite(conversations, actor(), {
    conversationId,
    expiresAt: expiresAt?.getTime() ?? null,
    maxUses: maxUses ?? null,
    role: role ?? 'MEMBER',
  })
  return { invite }
}
