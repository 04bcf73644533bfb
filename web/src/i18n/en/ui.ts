/** Words that belong to no part of the client in particular. */
export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading',
  saved: 'Saved',
  back: 'Back',
  save: 'Save',
  copy: 'Copy',
  onClipboard: 'It is on the clipboard.',
  copied: 'Copied',
  showMore: 'Show more',
  tryAgain: 'Try again',
  you: 'You',
  guest: 'Guest',
  bot: 'Bot',
} as const
