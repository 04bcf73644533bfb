/** A group's members at one time. Fan-out is made for it: no send writes a row per member. */
export const MAX_MEMBERS = 10_000

/** Users named in one createGroup or addMembers: one page, one lookup, one transaction of a few milliseconds. */
export const MAX_NAMED_USERS = 100

/** Invite links of one group that still hold. */
export const MAX_INVITES = 100

/** Conversations that one user has pinned: more than one screen of them is no top of a list. */
export const MAX_PINNED = 50

/** Webhooks of one conversation, and as many addresses that messages are posted to. */
export const MAX_WEBHOOKS = 20

/** Characters of a draft: what can be sent as one message. */
export const MAX_DRAFT = 10_000

export const MAX_INVITE_USES = 100_000

/** Characters, as Unicode code points after NFC. */
export const MAX_TITLE = 120
export const MAX_TOPIC = 250

/** Characters of a picture's address, written out. */
export const MAX_AVATAR_URL = 500

/** Users whose presence one subscription follows. */
export const MAX_PRESENCES = 100

/** Members of a conversation whose receipts are told live: in a larger one everyone reads everything, and nobody looks at each. */
export const MAX_LIVE_RECEIPTS = 200

/** How long somebody types who does not say so again. */
export const TYPING_MS = 6_000

/** setTyping calls of one user, in all conversations. */
export const typingRate = { points: 30, seconds: 10 }
