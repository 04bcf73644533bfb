import type { PinResolvers } from '../../generated.ts'

export const pinnedBy: PinResolvers['pinnedBy'] = (pin) => ({ __typename: 'User', id: pin.pinnedBy })
