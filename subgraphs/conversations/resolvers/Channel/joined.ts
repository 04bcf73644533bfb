import type { ChannelResolvers } from '../../generated.ts'

export const joined: ChannelResolvers['joined'] = ({ member }) => member !== null
