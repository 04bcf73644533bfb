import type { ScheduledMessageResolvers } from '../../generated.ts'

export const attachments: ScheduledMessageResolvers['attachments'] = ({ draft }) =>
  (draft.files ?? []).map((file) => ({ __typename: 'Attachment', ...file }))
