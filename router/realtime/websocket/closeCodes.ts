import { CloseCode } from 'graphql-ws'

/** What a client should do after a close. graphql-ws clients act accordingly by themselves, see README.md. */
export type Retry = 'never' | 'soon' | 'with back-off' | 'with a new token'

/** How, and how soon. */
export const retries: Readonly<Record<Retry, string>> = {
  never: 'The same would be wrong again: correct the client.',
  soon: 'Within a second, at random, so that not all come in one moment; subscribe with `after`. Where it fails, with back-off.',
  'with back-off': 'After 2 s and more at random, doubled with each try, up to 15 s.',
  'with a new token': 'At once, with a renewed access token; where there is none to be had, sign in.',
}

export interface Closing {
  code: number
  /** At most 123 bytes of UTF-8 (RFC 6455, 5.5). */
  reason: string
  meaning: string
  retry: Retry
}

/**
 * Why a socket is closed: the one catalogue, of which docs/errors.md is made. 44xx are graphql-transport-ws's own and RFC 6455 has those below 2000; 45xx
 * that graphql-ws does not know are ours, since its clients come back after them.
 */
export const closings = {
  brokenFrames: {
    code: 1002,
    reason: '',
    meaning: 'What arrived is no WebSocket frame, or one that a client may not send (RFC 6455).',
    retry: 'never',
  },
  restart: {
    code: 1012,
    reason: 'Service restart',
    meaning: 'This router goes down for a restart. Another one takes the subscriptions up from `after`.',
    retry: 'soon',
  },
  tryAgainLater: {
    code: 1013,
    reason: 'Try again later',
    meaning: 'The router has as many sockets as it may have, or could not verify the token now.',
    retry: 'with back-off',
  },
  binary: {
    code: 1003,
    reason: 'Messages are text',
    meaning: 'A binary frame arrived; graphql-transport-ws is JSON in text frames.',
    retry: 'never',
  },
  notUtf8: {
    code: 1007,
    reason: '',
    meaning: 'The text of a message is no UTF-8.',
    retry: 'never',
  },
  tooManyPieces: {
    code: 1008,
    reason: '',
    meaning: 'A message came in more pieces than it may have (1,024 unless configured).',
    retry: 'never',
  },
  tooLarge: {
    code: 1009,
    reason: '',
    meaning: 'A message is longer than may be sent (256 KB unless configured).',
    retry: 'never',
  },
  invalidMessage: {
    code: CloseCode.BadRequest,
    reason: 'Invalid message received',
    meaning:
      'Not JSON, not a message of the protocol, one that only a server sends, or a `ping` whose payload is nested deeper than 100 levels. The reason goes on with what is wrong.',
    retry: 'never',
  },
  unauthorized: {
    code: CloseCode.Unauthorized,
    reason: 'Unauthorized',
    meaning: '`subscribe` arrived before the server had sent `connection_ack`.',
    retry: 'never',
  },
  forbidden: {
    code: CloseCode.Forbidden,
    reason: 'Forbidden',
    meaning:
      'The token is wrong, has expired, or belongs to another user than the one of this socket: the reason goes on with which.',
    retry: 'with a new token',
  },
  tokenExpired: {
    code: CloseCode.Forbidden,
    reason: 'Token expired',
    meaning: 'The token of a running socket has ended. Renew it in time with a `ping`, or come back with a new one.',
    retry: 'with a new token',
  },
  sessionEnded: {
    code: CloseCode.Forbidden,
    reason: 'Session ended',
    meaning:
      'The session of a running socket was ended: by its user, or because its tokens were misused. Sign in again.',
    retry: 'with a new token',
  },
  subprotocol: {
    code: CloseCode.SubprotocolNotAcceptable,
    reason: 'Subprotocol not acceptable',
    meaning:
      'The client does not offer the subprotocol graphql-transport-ws: mostly the older `graphql-ws` of subscriptions-transport-ws.',
    retry: 'never',
  },
  initTimeout: {
    code: CloseCode.ConnectionInitialisationTimeout,
    reason: 'Connection initialisation timeout',
    meaning: 'No `connection_init` in time (10 s unless configured).',
    retry: 'with back-off',
  },
  tooManyInits: {
    code: CloseCode.TooManyInitialisationRequests,
    reason: 'Too many initialisation requests',
    meaning: 'A second `connection_init`.',
    retry: 'never',
  },
  internal: {
    code: CloseCode.InternalServerError,
    reason: 'Internal server error',
    meaning: 'Our fault; it is in the log.',
    retry: 'never',
  },
  tooSlow: {
    code: 4508,
    reason: 'Reader too slow',
    meaning:
      'More was waiting to be written than may wait (1 MB; less where very many are slow). Nothing is lost: resume with `after`.',
    retry: 'soon',
  },
  tooManyMessages: {
    code: 4510,
    reason: 'Too many messages',
    meaning: 'The client sends faster than it may (300 messages at once, then 50 a second, unless configured).',
    retry: 'with back-off',
  },
  idle: {
    code: 4513,
    reason: 'Idle',
    meaning:
      'Nothing has run on this socket for long (15 minutes unless configured). Open another one when there is need.',
    retry: 'soon',
  },
  unfinishedMessage: {
    code: 4514,
    reason: 'Message not finished',
    meaning: 'A message came in pieces, and its last one did not within half a minute to a minute (unless configured).',
    retry: 'soon',
  },
  tooManySockets: {
    code: 4512,
    reason: 'Too many sockets',
    meaning: 'This user or address has as many sockets and streams as it may have (100 and 5,000 unless configured).',
    retry: 'with back-off',
  },
} as const satisfies Record<string, Closing>

/** As many bytes of UTF-8 as a reason may have. */
const MAX_REASON = 123

/** The same, with what exactly is wrong, as far as there is room. */
export function because(closing: Closing, detail: string): Closing {
  let reason = `${closing.reason}: ${detail}`.slice(0, MAX_REASON)
  while (Buffer.byteLength(reason) > MAX_REASON) reason = reason.slice(0, -1)
  return { ...closing, reason }
}

/** 4409, whose reason names the operation as graphql-ws does. */
export const duplicateId = (id: string): Closing => {
  const reason = `Subscriber for ${id} already exists`
  return {
    code: CloseCode.SubscriberAlreadyExists,
    reason: Buffer.byteLength(reason) <= MAX_REASON ? reason : 'Subscriber already exists',
    meaning: '`subscribe` with the id of an operation that still runs.',
    retry: 'never',
  }
}
