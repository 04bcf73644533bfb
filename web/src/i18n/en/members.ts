/** Who is in a conversation, and roles. */
export const members = {
  members: 'Members',
  close: 'Close members',
  leave: 'Leave',
  leaveTitle: 'Leave {{title}}?',
  leaveText: 'You will no longer see this conversation.',
  leaveOwnerText: 'If you are its only owner, the member who has been here longest becomes the owner.',
  moreAbout: 'More about {{name}}',
  talkInPrivate: 'Talk in private',
  remove: 'Remove',
  removeTitle: 'Remove {{name}}?',
  removeText: 'They can no longer read or write here. With an invite link they may join again.',
  you: 'you',
  role: { OWNER: 'Owner', ADMIN: 'Admin', MEMBER: 'Member', GUEST: 'Guest' },
} as const
