/** The page as a whole: banner, places without a conversation, what screen readers hear. */
export const app = {
  reconnecting: 'Reconnecting…',
  offline: 'You are offline. What you write is sent when you are back.',
  chooseTitle: 'Choose a conversation',
  chooseText: 'Or start a new one, and invite others with a link.',
  newMessages: 'New messages',
  newMessageFrom: 'New message from {{name}}',
  newMessageFromIn: 'New message from {{name}} in {{title}}',
  failedTitle: 'This page could not be shown',
  failedText: 'It may have changed since you opened Parley. Nothing is lost.',
  failedOffline: 'This page was not opened here before, so it needs the network.',
  reload: 'Reload',
  skipToContent: 'Skip to the conversation',
} as const
