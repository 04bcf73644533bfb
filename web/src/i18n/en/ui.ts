/** Words that belong to no part of the client in particular. */
export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied',
  showMore: 'Show more',
  tryAgain: 'Try again',
  you: 'You',
  guest: 'Guest',
} as const
