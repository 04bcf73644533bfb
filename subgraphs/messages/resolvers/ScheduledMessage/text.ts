import type { ScheduledMessageResolvers } from '../../generated.ts'

export const text: ScheduledMessageResolvers['text'] = ({ draft }) => draft.text
