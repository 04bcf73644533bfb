/** Files of messages. They come with the first file that is shown or picked: see onDemand.ts. */
export const attachments = {
  picked: 'Files that go with the message',
  waiting_one: '{{count}} file is on its way. It can be sent when it is there.',
  waiting_other: '{{count}} files are on their way. They can be sent when they are there.',
  ready_one: '{{count}} file is ready to be sent.',
  ready_other: '{{count}} files are ready to be sent.',
  most_one: 'A message has at most {{count}} file.',
  most_other: 'A message has at most {{count}} files.',
  sending: 'Sending {{name}}',
  offline: 'Files need the network: it goes on when that is back.',
  retry: 'Try again with {{name}}',
  remove: 'Remove {{name}}',
  openPicture: 'Open the picture {{name}}',
  save: 'Save {{name}}, {{size}}',
} as const
