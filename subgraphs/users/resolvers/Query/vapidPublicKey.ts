import type { QueryResolvers } from '../../generated.ts'

export const vapidPublicKeyResolver: QueryResolvers['vapidPublicKey'] = async (
  _parent,
  _args,
  { viewer, notifications },
) => {
  viewer.required()
  return (await notifications.vapidKeys()).publicKey
}
