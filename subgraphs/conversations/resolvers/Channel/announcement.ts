import type { ChannelResolvers } from '../../generated.ts'

export const announcement: ChannelResolvers['announcement'] = ({ kind }) => kind === 'ANNOUNCEMENT'
