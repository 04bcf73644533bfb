import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserRecord } from './store/users.ts';
import type { ApiKeyRow } from './store/apiKeys.ts';
import type { NotificationView } from './domain/notifications/events.ts';
import type { Settings } from './domain/notifications/settings.ts';
import type { PushSubscriptionRow } from './store/notifications/pushSubscriptions.ts';
import type { QuietHours as QuietHoursRow } from './store/notifications/settings.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC with milliseconds, RFC 3339: `2026-01-31T09:30:00.000Z`. */
  DateTime: { input: Date; output: number | string | Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/**
 * With a key a program acts for the user who made it, within its scopes: it is sent as `Authorization: Bearer pk_…`, to any
 * router, over HTTP and in `connection_init`. A field beyond the scopes answers FORBIDDEN, and so does everything about accounts,
 * sessions and keys. Live sockets end with the token behind them, after 15 minutes unless configured: come back and resume.
 */
export type ApiKey = {
  __typename?: 'ApiKey';
  createdAt: Scalars['DateTime']['output'];
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** When it was last exchanged for an access token: right to the life of one, 15 minutes unless configured. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  scopes: Array<ApiKeyScope>;
};

export type ApiKeyConnection = {
  __typename?: 'ApiKeyConnection';
  edges: Array<ApiKeyEdge>;
  pageInfo: PageInfo;
};

export type ApiKeyEdge = {
  __typename?: 'ApiKeyEdge';
  cursor: Scalars['String']['output'];
  node: ApiKey;
};

/** What an API key reaches: docs/api-keys.md has the fields of each. */
export type ApiKeyScope =
  /** Conversations and their members, as its user sees them. */
  | 'CONVERSATIONS_READ'
  /** Open, join, leave and change conversations, as its user may. */
  | 'CONVERSATIONS_WRITE'
  /** History, and live events. */
  | 'MESSAGES_READ'
  /** Send, edit, delete, react and pin, as its user may. */
  | 'MESSAGES_WRITE'
  /** Profiles, and the search for users. */
  | 'USERS_READ'
  /** Webhooks of conversations that its user manages, without secrets. */
  | 'WEBHOOKS_READ'
  /** Make, change, replay and delete such webhooks. */
  | 'WEBHOOKS_WRITE';

export type BlockUserInput = {
  userId: Scalars['ID']['input'];
};

export type BlockUserPayload = {
  __typename?: 'BlockUserPayload';
  user: User;
};

export type ChangePasswordInput = {
  currentPassword: Scalars['String']['input'];
  /** 8 to 256 characters. */
  newPassword: Scalars['String']['input'];
};

export type ChangePasswordPayload = {
  __typename?: 'ChangePasswordPayload';
  /** How many other sessions ended. */
  endedSessions: Scalars['Int']['output'];
};

export type ContinueAsGuestInput = {
  /** 1 to 80 characters. */
  name: Scalars['String']['input'];
};

export type ContinueAsGuestPayload = {
  __typename?: 'ContinueAsGuestPayload';
  session: Session;
};

export type Conversation = {
  __typename?: 'Conversation';
  id: Scalars['ID']['output'];
};

export type CreateApiKeyInput = {
  /** A bot of the viewer's, for whom the key is. Left out: the viewer. */
  botId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 366 days away; 90 days unless given. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for, 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** At least one. */
  scopes: Array<ApiKeyScope>;
};

export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  apiKey: ApiKey;
  /** `pk_` and 43 characters. Shown here and never again. */
  secret: Scalars['String']['output'];
};

export type CreateBotInput = {
  /** An https address of at most 500 characters. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  /** By which it is found: 3 to 32 characters: a-z, 0-9, `_`, `.` and `-`, starting with a letter. */
  handle: Scalars['String']['input'];
  /** 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** 1 to 140 characters. */
  statusText?: InputMaybe<Scalars['String']['input']>;
};

export type CreateBotPayload = {
  __typename?: 'CreateBotPayload';
  bot: User;
};

export type DeleteAccountInput = {
  /** The account's password; a guest has none and needs none. */
  password?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteAccountPayload = {
  __typename?: 'DeleteAccountPayload';
  userId: Scalars['ID']['output'];
};

export type DeleteBotInput = {
  botId: Scalars['ID']['input'];
};

export type DeleteBotPayload = {
  __typename?: 'DeleteBotPayload';
  botId: Scalars['ID']['output'];
};

/** What a device says of whoever uses it. */
export type DeviceAvailability =
  /** Nobody has used it for a while, or it is out of sight. */
  | 'AWAY'
  /** Somebody is there. */
  | 'ONLINE';

/** One sign-in of the viewer's. It lives on as long as it is renewed in time. */
export type DeviceSession = {
  __typename?: 'DeviceSession';
  /** The network address it last came from; null where that is not known. */
  address?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  /** True for the session that asks. */
  current: Scalars['Boolean']['output'];
  /** What the client called itself (its User-Agent) when it last signed in or renewed its tokens; null where it said nothing. */
  device?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** When it last signed in or renewed its tokens: right to the life of an access token, 15 minutes unless configured. */
  lastUsedAt: Scalars['DateTime']['output'];
};

export type DeviceSessionConnection = {
  __typename?: 'DeviceSessionConnection';
  edges: Array<DeviceSessionEdge>;
  pageInfo: PageInfo;
};

export type DeviceSessionEdge = {
  __typename?: 'DeviceSessionEdge';
  cursor: Scalars['String']['output'];
  node: DeviceSession;
};

export type EndOtherSessionsPayload = {
  __typename?: 'EndOtherSessionsPayload';
  /** How many ended. */
  endedSessions: Scalars['Int']['output'];
};

export type EndSessionInput = {
  sessionId: Scalars['ID']['input'];
};

export type EndSessionPayload = {
  __typename?: 'EndSessionPayload';
  /** The session that ended. */
  sessionId: Scalars['ID']['output'];
};

export type ExchangeApiKeyInput = {
  key: Scalars['String']['input'];
};

export type ExchangeApiKeyPayload = {
  __typename?: 'ExchangeApiKeyPayload';
  accessToken: Scalars['String']['output'];
  accessTokenExpiresAt: Scalars['DateTime']['output'];
};

export type LogInInput = {
  handle: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type LogInPayload = {
  __typename?: 'LogInPayload';
  session: Session;
};

export type LogOutPayload = {
  __typename?: 'LogOutPayload';
  /** The session that ended. */
  sessionId: Scalars['ID']['output'];
};

export type MarkNotificationsReadInput = {
  /** True: all of them. */
  all?: InputMaybe<Scalars['Boolean']['input']>;
  /** All of this conversation. */
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  /** 100 at most. Those that are not the viewer's count for nothing. */
  notificationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only such as came in up to this position (`rev`), so that what comes in meanwhile stays unread. */
  upToRev?: InputMaybe<Scalars['Int']['input']>;
};

export type MarkNotificationsReadPayload = {
  __typename?: 'MarkNotificationsReadPayload';
  /** How many are unread now. */
  unreadCount: Scalars['Int']['output'];
};

export type Message = {
  __typename?: 'Message';
  id: Scalars['ID']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Blocks a user: neither can open a direct conversation with the other, write in the one there is, add them to a group, or find
   * them. Once it has answered, no direct message is taken any more, either way. 10,000 at most. Repeated, it changes nothing.
   * Errors: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT (oneself), LIMIT_EXCEEDED, UNAVAILABLE (not yet told everywhere: try again).
   */
  blockUser: BlockUserPayload;
  /**
   * Gives the account another password, and ends all sessions but the one that asks. Wrong passwords count as failed log-ins.
   * Errors: UNAUTHENTICATED, INVALID_CREDENTIALS, INVALID_INPUT, FORBIDDEN (a guest), RATE_LIMITED, OVERLOADED.
   */
  changePassword: ChangePasswordPayload;
  /** Comes in without an account. Errors: INVALID_INPUT (name), RATE_LIMITED (see `register`). */
  continueAsGuest: ContinueAsGuestPayload;
  /**
   * Makes an API key for the viewer, or for a bot of theirs. `secret` is shown this once: keep it. 50 keys at most for each of them.
   * Errors: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND (the bot), FORBIDDEN (a guest), LIMIT_EXCEEDED.
   */
  createApiKey: CreateApiKeyPayload;
  /**
   * Makes a bot: an account for a program, which the viewer answers for. Its programs come in with API keys made for it
   * (`createApiKey` with `botId`). It becomes a member of conversations as anyone does. 50 bots at most.
   * Errors: UNAUTHENTICATED, INVALID_INPUT, HANDLE_TAKEN, FORBIDDEN (a guest), LIMIT_EXCEEDED.
   */
  createBot: CreateBotPayload;
  /**
   * Deletes the account, for good: personal data is gone, all sessions, API keys and bots end, the handle is free again. What the user
   * wrote stays readable as from `Deleted user`. They and their bots leave all groups within moments, as by `leaveConversation`; their
   * webhooks there are paused, and nobody writes to them any more. Errors: UNAUTHENTICATED, INVALID_CREDENTIALS, RATE_LIMITED, OVERLOADED.
   */
  deleteAccount: DeleteAccountPayload;
  /**
   * Deletes a bot of the viewer's, for good: its API keys end, nothing posts as it any more, and it leaves its groups. What it wrote stays
   * readable as from `Deleted user`. Errors: UNAUTHENTICATED, NOT_FOUND.
   */
  deleteBot: DeleteBotPayload;
  /** Ends all of the viewer's sessions but the one that asks. Errors: UNAUTHENTICATED. */
  endOtherSessions: EndOtherSessionsPayload;
  /** Ends one of the viewer's sessions, as `logOut` does. One that has ended stays so. Errors: UNAUTHENTICATED, NOT_FOUND. */
  endSession: EndSessionPayload;
  /**
   * An access token for an API key. A router does this by itself for a key that is sent as `Authorization: Bearer pk_…`; for clients
   * that would rather keep the key to themselves. Errors: UNAUTHENTICATED (unknown, expired or revoked).
   */
  exchangeApiKey: ExchangeApiKeyPayload;
  /** Signs in with handle and password. Errors: INVALID_CREDENTIALS (also for an unknown handle), RATE_LIMITED, OVERLOADED. */
  logIn: LogInPayload;
  /**
   * Ends the session of the access token: none of its tokens works any more, and its live sockets are closed with 4403
   * "Session ended", on every router at once. Errors: UNAUTHENTICATED.
   */
  logOut: LogOutPayload;
  /**
   * Marks notifications as read, on all of the viewer's devices: some by id, those of a conversation, or all. Give exactly one of
   * these. What is read stays so. Errors: UNAUTHENTICATED, INVALID_INPUT.
   */
  markNotificationsRead: MarkNotificationsReadPayload;
  /**
   * Exchanges a refresh token for new tokens. Each works once; a token that was already exchanged ends the session, except
   * within a minute after the exchange, so that a lost answer can be asked for again. Send it without the expired access token: a
   * wrong token refuses every request. Errors: UNAUTHENTICATED.
   */
  refreshSession: RefreshSessionPayload;
  /**
   * Creates an account, or turns the signed-in guest into one: id, conversations and messages stay.
   * Errors: INVALID_INPUT (name, handle or password), HANDLE_TAKEN, FORBIDDEN (already registered), RATE_LIMITED (1,000 new accounts from
   * one address in 15 minutes, guests counted), OVERLOADED.
   */
  register: RegisterPayload;
  /**
   * From now on this browser takes push messages for the viewer, until the session ends. It is the viewer's then, whoever had
   * registered it before. Again is the same. Errors: UNAUTHENTICATED, INVALID_INPUT, LIMIT_EXCEEDED (10 browsers).
   */
  registerPushSubscription: RegisterPushSubscriptionPayload;
  /** Takes one of the viewer's browsers away; one that is not there is the same. Errors: UNAUTHENTICATED. */
  removePushSubscription: RemovePushSubscriptionPayload;
  /** Revokes an API key: it is refused everywhere at once, and its live sockets are closed. Errors: UNAUTHENTICATED, NOT_FOUND. */
  revokeApiKey: RevokeApiKeyPayload;
  /**
   * Says of the device that asks (its session) whether somebody is there. A connected device counts as ONLINE until it says AWAY, which
   * is forgotten after 12 hours, or until it has asked for nothing for 15 minutes (the operator may choose another time). What others see is made of all devices: `User.presence`. Errors: UNAUTHENTICATED, UNAVAILABLE.
   */
  setPresence: SetPresencePayload;
  /** Takes the viewer's own block away. Errors: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT (oneself), UNAVAILABLE (try again). */
  unblockUser: UnblockUserPayload;
  /** Changes how a bot of the viewer's is shown. What is left out stays. Errors: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT, HANDLE_TAKEN. */
  updateBot: UpdateBotPayload;
  /** Changes what is given, and leaves the rest. Errors: UNAUTHENTICATED, INVALID_INPUT (hours or time zone). */
  updateNotificationSettings: UpdateNotificationSettingsPayload;
  /**
   * Changes how the viewer is shown. What is left out stays. Errors: UNAUTHENTICATED, INVALID_INPUT, HANDLE_TAKEN, FORBIDDEN (the
   * handle of a guest).
   */
  updateProfile: UpdateProfilePayload;
};


export type MutationBlockUserArgs = {
  input: BlockUserInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationContinueAsGuestArgs = {
  input: ContinueAsGuestInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateBotArgs = {
  input: CreateBotInput;
};


export type MutationDeleteAccountArgs = {
  input: DeleteAccountInput;
};


export type MutationDeleteBotArgs = {
  input: DeleteBotInput;
};


export type MutationEndSessionArgs = {
  input: EndSessionInput;
};


export type MutationExchangeApiKeyArgs = {
  input: ExchangeApiKeyInput;
};


export type MutationLogInArgs = {
  input: LogInInput;
};


export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationRegisterPushSubscriptionArgs = {
  input: RegisterPushSubscriptionInput;
};


export type MutationRemovePushSubscriptionArgs = {
  input: RemovePushSubscriptionInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationSetPresenceArgs = {
  input: SetPresenceInput;
};


export type MutationUnblockUserArgs = {
  input: BlockUserInput;
};


export type MutationUpdateBotArgs = {
  input: UpdateBotInput;
};


export type MutationUpdateNotificationSettingsArgs = {
  input: UpdateNotificationSettingsInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};

/**
 * Something that the viewer is told of. It refers to what it is about and holds no text, so what is deleted is gone from here too.
 * It never changes, but for being read.
 */
export type Notification = {
  __typename?: 'Notification';
  /** Who wrote, added or reacted. */
  actor: User;
  /** Null with FORBIDDEN once the viewer is no member any more, where more than its id is asked for. */
  conversation?: Maybe<Conversation>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  kind: NotificationKind;
  /** Null where it is about no message (ADDED), and with FORBIDDEN where the viewer may not see it any more. A tombstone where it was deleted. */
  message?: Maybe<Message>;
  /** `seq` of that message in its conversation. */
  messageSeq?: Maybe<Scalars['Int']['output']>;
  /** Null while it is unread. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its place in the log of the viewer's notifications: what came later has a higher one. */
  rev: Scalars['Int']['output'];
  /** It came in the viewer's do-not-disturb hours: show it in the list, without sound or banner. */
  silent: Scalars['Boolean']['output'];
};

export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  edges: Array<NotificationEdge>;
  pageInfo: PageInfo;
  /**
   * Position of the newest change of the viewer's notifications, read before the page. So: show this page, then subscribe to
   * `notificationReceived` with `after: rev`, and nothing is missed.
   */
  rev: Scalars['Int']['output'];
  /** How many notifications are unread, on whatever page. */
  unreadCount: Scalars['Int']['output'];
};

export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  cursor: Scalars['String']['output'];
  node: Notification;
};

/** A change of the viewer's notifications. They are numbered by `rev` without a hole and arrive in that order, each once. */
export type NotificationEvent = {
  at: Scalars['DateTime']['output'];
  rev: Scalars['Int']['output'];
  /** How many notifications are unread after it. */
  unreadCount: Scalars['Int']['output'];
};

/** Why a user is told of something. */
export type NotificationKind =
  /** The viewer was added to a group or channel by somebody else. */
  | 'ADDED'
  /** A message in a direct conversation. */
  | 'DIRECT_MESSAGE'
  /** A message mentions everyone. */
  | 'EVERYONE'
  /** A message mentions the viewer. */
  | 'MENTION'
  /** Somebody reacted to a message of the viewer's. Off unless the viewer wants it. */
  | 'REACTION'
  /** A message quotes one of the viewer's, or answers it in a thread. */
  | 'REPLY';

/** Something new, unread. */
export type NotificationReceived = NotificationEvent & {
  __typename?: 'NotificationReceived';
  at: Scalars['DateTime']['output'];
  notification: Notification;
  rev: Scalars['Int']['output'];
  unreadCount: Scalars['Int']['output'];
};

/** What the viewer wants to be told, and how. Mute and level of a conversation come first: see `updateConversationSettings`. */
export type NotificationSettings = {
  __typename?: 'NotificationSettings';
  /**
   * Push messages hold who wrote, where, and the beginning of the text. They are encrypted for the viewer's browser all the same.
   * False: they name ids only, and the text of a message leaves the server in none.
   */
  includeText: Scalars['Boolean']['output'];
  /** Of these the viewer is told; of others there is no notification at all. */
  kinds: Array<NotificationKind>;
  /** Push messages only while no device of the viewer is online. */
  offlineOnly: Scalars['Boolean']['output'];
  /** Null: none. */
  quietHours?: Maybe<QuietHours>;
};

/**
 * The viewer has read notifications, on whichever device: those with a `rev` of at most `upToRev` which are among
 * `notificationIds`, where there are such, and of `conversation`, where there is one.
 */
export type NotificationsRead = NotificationEvent & {
  __typename?: 'NotificationsRead';
  at: Scalars['DateTime']['output'];
  /** Null: of any. */
  conversation?: Maybe<Conversation>;
  /** Null: whatever their ids. */
  notificationIds?: Maybe<Array<Scalars['ID']['output']>>;
  rev: Scalars['Int']['output'];
  unreadCount: Scalars['Int']['output'];
  upToRev: Scalars['Int']['output'];
};

/** The log no longer holds what came after the position asked for. Read `notifications` again; the events go on after this `rev`. */
export type NotificationsResync = NotificationEvent & {
  __typename?: 'NotificationsResync';
  at: Scalars['DateTime']['output'];
  rev: Scalars['Int']['output'];
  unreadCount: Scalars['Int']['output'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type PushKeysInput = {
  /** 16 bytes, base64url. */
  auth: Scalars['String']['input'];
  /** The browser's public key on P-256, base64url. */
  p256dh: Scalars['String']['input'];
};

/** A browser that takes push messages for the viewer, until the session that registered it ends. */
export type PushSubscription = {
  __typename?: 'PushSubscription';
  createdAt: Scalars['DateTime']['output'];
  /** True where this session registered it. */
  current: Scalars['Boolean']['output'];
  /** The address at its push service. */
  endpoint: Scalars['String']['output'];
  id: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /**
   * What accounts keep of the viewer, as JSON text: profile, sessions, blocked users, API keys, notifications and their settings,
   * without secrets. At most 1,000 of each, newest first; `truncated` names lists that have more. What they wrote, and their
   * conversations, are streamed by `GET /export/me`. Errors: UNAUTHENTICATED.
   */
  exportMyData: Scalars['String']['output'];
  /** The viewer; null when nobody is signed in. */
  me?: Maybe<User>;
  /** Errors: UNAUTHENTICATED. */
  notificationSettings: NotificationSettings;
  /**
   * What the viewer was told of, newest first: mentions, replies, direct messages, being added. 20 unless told otherwise, at most
   * 100. What is older than 90 days is gone. Errors: UNAUTHENTICATED, INVALID_INPUT.
   */
  notifications: NotificationConnection;
  /** The viewer's browsers that take push messages, oldest first. At most 10. Errors: UNAUTHENTICATED. */
  pushSubscriptions: Array<PushSubscription>;
  /**
   * Registered users whose handle begins so, in the order of handles, without the viewer and whoever a block stands between.
   * Upper case, spaces around and a leading `@` do not matter; what no handle can begin with finds nobody. 20 unless told
   * otherwise, at most 100. Errors: UNAUTHENTICATED, INVALID_INPUT.
   */
  searchUsers: UserConnection;
  /** A user by id; null when there is none. Needs a signed-in viewer. Errors: UNAUTHENTICATED. */
  user?: Maybe<User>;
  /** What a browser needs to take push messages from this server (`applicationServerKey`), base64url. Errors: UNAUTHENTICATED. */
  vapidPublicKey: Scalars['String']['output'];
};


export type QueryNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QuerySearchUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  handlePrefix: Scalars['String']['input'];
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};

/**
 * Do-not-disturb hours, every day by the clock of a time zone, summer time included: what comes in is in the list, `silent`, and
 * is not pushed. An end before the start is on the next day.
 */
export type QuietHours = {
  __typename?: 'QuietHours';
  /** `07:00`; the first minute that is quiet no more. */
  end: Scalars['String']['output'];
  /** `22:00`; the first quiet minute. */
  start: Scalars['String']['output'];
  /** A name of the IANA database, like `Europe/Berlin`. */
  timeZone: Scalars['String']['output'];
};

export type QuietHoursInput = {
  end: Scalars['String']['input'];
  /** From `00:00` to `23:59`, and other than `end`. */
  start: Scalars['String']['input'];
  /** A name of the IANA database, like `Europe/Berlin`: `Intl.DateTimeFormat().resolvedOptions().timeZone` gives the browser's own. */
  timeZone: Scalars['String']['input'];
};

export type RefreshSessionInput = {
  refreshToken: Scalars['String']['input'];
};

export type RefreshSessionPayload = {
  __typename?: 'RefreshSessionPayload';
  session: Session;
};

export type RegisterInput = {
  /** 3 to 32 characters: a-z, 0-9, `_`, `.` and `-`, starting with a letter. Case does not matter. */
  handle: Scalars['String']['input'];
  /** 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** 8 to 256 characters. */
  password: Scalars['String']['input'];
};

export type RegisterPayload = {
  __typename?: 'RegisterPayload';
  session: Session;
};

/** As `PushSubscription.toJSON()` gives it in the browser. */
export type RegisterPushSubscriptionInput = {
  /** An https address of a push service, 1,000 characters at most. */
  endpoint: Scalars['String']['input'];
  keys: PushKeysInput;
};

export type RegisterPushSubscriptionPayload = {
  __typename?: 'RegisterPushSubscriptionPayload';
  subscription: PushSubscription;
};

export type RemovePushSubscriptionInput = {
  endpoint: Scalars['String']['input'];
};

export type RemovePushSubscriptionPayload = {
  __typename?: 'RemovePushSubscriptionPayload';
  endpoint: Scalars['String']['output'];
};

export type RevokeApiKeyInput = {
  apiKeyId: Scalars['ID']['input'];
};

export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  apiKey: ApiKey;
};

/** What a client keeps after signing in. */
export type Session = {
  __typename?: 'Session';
  /** Sent as `Authorization: Bearer …` and in the `connection_init` payload as `authorization`. Short-lived. */
  accessToken: Scalars['String']['output'];
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** Exchanged by `refreshSession` for new tokens. Works once: each exchange gives a new one. */
  refreshToken: Scalars['String']['output'];
  refreshTokenExpiresAt: Scalars['DateTime']['output'];
  user: User;
};

export type SetPresenceInput = {
  availability: DeviceAvailability;
};

export type SetPresencePayload = {
  __typename?: 'SetPresencePayload';
  user: User;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Every change of the viewer's notifications, in order, each once. With `after` it begins with what came after that position
   * (`notifications { rev }`), without it with what comes next. Errors: UNAUTHENTICATED, INVALID_INPUT (a negative `after`, or one
   * that is ahead of the log).
   */
  notificationReceived: NotificationEvent;
};


export type SubscriptionNotificationReceivedArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
};

export type UnblockUserPayload = {
  __typename?: 'UnblockUserPayload';
  user: User;
};

export type UpdateBotInput = {
  /** An https address of at most 500 characters; null or empty takes the picture away. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  botId: Scalars['ID']['input'];
  /** 3 to 32 characters: a-z, 0-9, `_`, `.` and `-`, starting with a letter. */
  handle?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 140 characters; null or empty takes it away. */
  statusText?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateBotPayload = {
  __typename?: 'UpdateBotPayload';
  bot: User;
};

export type UpdateNotificationSettingsInput = {
  includeText?: InputMaybe<Scalars['Boolean']['input']>;
  /** Replaces the whole list; an empty one is for nothing at all. */
  kinds?: InputMaybe<Array<NotificationKind>>;
  offlineOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Null takes them away. */
  quietHours?: InputMaybe<QuietHoursInput>;
};

export type UpdateNotificationSettingsPayload = {
  __typename?: 'UpdateNotificationSettingsPayload';
  settings: NotificationSettings;
};

export type UpdateProfileInput = {
  /** An https address of at most 500 characters; null or empty takes the picture away. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  /** 3 to 32 characters: a-z, 0-9, `_`, `.` and `-`, starting with a letter. */
  handle?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 140 characters; null or empty takes it away. */
  statusText?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateProfilePayload = {
  __typename?: 'UpdateProfilePayload';
  user: User;
};

/** Someone who talks. Guests are users too: they have a name and no handle until they register. */
export type User = {
  __typename?: 'User';
  /**
   * The API keys of the viewer, or of a bot of theirs, newest first; 20 unless told otherwise, at most 100. Null with FORBIDDEN for
   * anyone else.
   */
  apiKeys?: Maybe<ApiKeyConnection>;
  /** A picture: an https address, at most 500 characters. */
  avatarUrl?: Maybe<Scalars['String']['output']>;
  /** Whom the viewer blocks, newest first; 20 unless told otherwise, at most 100. Null with FORBIDDEN for anyone but the viewer. */
  blockedUsers?: Maybe<UserConnection>;
  /** The viewer's bots, newest first; 20 unless told otherwise, at most 100. Null with FORBIDDEN for anyone but the viewer. */
  bots?: Maybe<UserConnection>;
  /** False while one of the viewer and this user blocks the other, and for a deleted user. For other subgraphs: no client sees it. */
  contactable: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** The unique name to log in with; null for a guest and a deleted user. */
  handle?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** True for a bot: a program's account, which a person answers for. */
  isBot: Scalars['Boolean']['output'];
  /** True once the account was deleted: what the user wrote stays, the name does not. */
  isDeleted: Scalars['Boolean']['output'];
  /** True until the account is registered. */
  isGuest: Scalars['Boolean']['output'];
  /** The name shown to others, 1 to 80 characters; `Deleted user` for whoever deleted their account. */
  name: Scalars['String']['output'];
  /** Who answers for a bot; null for people. */
  owner?: Maybe<User>;
  /**
   * Where the viewer is signed in, newest first; 20 unless told otherwise, at most 100. Null with FORBIDDEN for anyone but
   * the viewer.
   */
  sessions?: Maybe<DeviceSessionConnection>;
  /** What the user says of themselves, 1 to 140 characters. */
  statusText?: Maybe<Scalars['String']['output']>;
  /** True while the viewer blocks this user. Whether they block the viewer is told to nobody. */
  viewerBlocks: Scalars['Boolean']['output'];
};


/** Someone who talks. Guests are users too: they have a name and no handle until they register. */
export type UserApiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Someone who talks. Guests are users too: they have a name and no handle until they register. */
export type UserBlockedUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Someone who talks. Guests are users too: they have a name and no handle until they register. */
export type UserBotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Someone who talks. Guests are users too: they have a name and no handle until they register. */
export type UserSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type UserConnection = {
  __typename?: 'UserConnection';
  edges: Array<UserEdge>;
  pageInfo: PageInfo;
};

export type UserEdge = {
  __typename?: 'UserEdge';
  cursor: Scalars['String']['output'];
  node: User;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  NotificationEvent:
    | ( Omit<NotificationReceived, 'notification'> & { notification: _RefType['Notification'] } )
    | ( NotificationsRead )
    | ( NotificationsResync )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApiKey: ResolverTypeWrapper<ApiKeyRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApiKeyConnection: ResolverTypeWrapper<Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversTypes['ApiKeyEdge']> }>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  ApiKeyScope: ApiKeyScope;
  BlockUserInput: BlockUserInput;
  BlockUserPayload: ResolverTypeWrapper<Omit<BlockUserPayload, 'user'> & { user: ResolversTypes['User'] }>;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ResolverTypeWrapper<ChangePasswordPayload>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ContinueAsGuestInput: ContinueAsGuestInput;
  ContinueAsGuestPayload: ResolverTypeWrapper<Omit<ContinueAsGuestPayload, 'session'> & { session: ResolversTypes['Session'] }>;
  Conversation: ResolverTypeWrapper<Conversation>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  CreateBotInput: CreateBotInput;
  CreateBotPayload: ResolverTypeWrapper<Omit<CreateBotPayload, 'bot'> & { bot: ResolversTypes['User'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteAccountInput: DeleteAccountInput;
  DeleteAccountPayload: ResolverTypeWrapper<DeleteAccountPayload>;
  DeleteBotInput: DeleteBotInput;
  DeleteBotPayload: ResolverTypeWrapper<DeleteBotPayload>;
  DeviceAvailability: DeviceAvailability;
  DeviceSession: ResolverTypeWrapper<DeviceSession>;
  DeviceSessionConnection: ResolverTypeWrapper<DeviceSessionConnection>;
  DeviceSessionEdge: ResolverTypeWrapper<DeviceSessionEdge>;
  EndOtherSessionsPayload: ResolverTypeWrapper<EndOtherSessionsPayload>;
  EndSessionInput: EndSessionInput;
  EndSessionPayload: ResolverTypeWrapper<EndSessionPayload>;
  ExchangeApiKeyInput: ExchangeApiKeyInput;
  ExchangeApiKeyPayload: ResolverTypeWrapper<ExchangeApiKeyPayload>;
  LogInInput: LogInInput;
  LogInPayload: ResolverTypeWrapper<Omit<LogInPayload, 'session'> & { session: ResolversTypes['Session'] }>;
  LogOutPayload: ResolverTypeWrapper<LogOutPayload>;
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadPayload: ResolverTypeWrapper<MarkNotificationsReadPayload>;
  Message: ResolverTypeWrapper<Message>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Notification: ResolverTypeWrapper<NotificationView>;
  NotificationConnection: ResolverTypeWrapper<Omit<NotificationConnection, 'edges'> & { edges: Array<ResolversTypes['NotificationEdge']> }>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NotificationEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['NotificationEvent']>;
  NotificationKind: NotificationKind;
  NotificationReceived: ResolverTypeWrapper<Omit<NotificationReceived, 'notification'> & { notification: ResolversTypes['Notification'] }>;
  NotificationSettings: ResolverTypeWrapper<Settings>;
  NotificationsRead: ResolverTypeWrapper<NotificationsRead>;
  NotificationsResync: ResolverTypeWrapper<NotificationsResync>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PushKeysInput: PushKeysInput;
  PushSubscription: ResolverTypeWrapper<PushSubscriptionRow>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuietHours: ResolverTypeWrapper<QuietHoursRow>;
  QuietHoursInput: QuietHoursInput;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: ResolverTypeWrapper<Omit<RefreshSessionPayload, 'session'> & { session: ResolversTypes['Session'] }>;
  RegisterInput: RegisterInput;
  RegisterPayload: ResolverTypeWrapper<Omit<RegisterPayload, 'session'> & { session: ResolversTypes['Session'] }>;
  RegisterPushSubscriptionInput: RegisterPushSubscriptionInput;
  RegisterPushSubscriptionPayload: ResolverTypeWrapper<Omit<RegisterPushSubscriptionPayload, 'subscription'> & { subscription: ResolversTypes['PushSubscription'] }>;
  RemovePushSubscriptionInput: RemovePushSubscriptionInput;
  RemovePushSubscriptionPayload: ResolverTypeWrapper<RemovePushSubscriptionPayload>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  Session: ResolverTypeWrapper<Omit<Session, 'user'> & { user: ResolversTypes['User'] }>;
  SetPresenceInput: SetPresenceInput;
  SetPresencePayload: ResolverTypeWrapper<Omit<SetPresencePayload, 'user'> & { user: ResolversTypes['User'] }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UnblockUserPayload: ResolverTypeWrapper<Omit<UnblockUserPayload, 'user'> & { user: ResolversTypes['User'] }>;
  UpdateBotInput: UpdateBotInput;
  UpdateBotPayload: ResolverTypeWrapper<Omit<UpdateBotPayload, 'bot'> & { bot: ResolversTypes['User'] }>;
  UpdateNotificationSettingsInput: UpdateNotificationSettingsInput;
  UpdateNotificationSettingsPayload: ResolverTypeWrapper<Omit<UpdateNotificationSettingsPayload, 'settings'> & { settings: ResolversTypes['NotificationSettings'] }>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'user'> & { user: ResolversTypes['User'] }>;
  User: ResolverTypeWrapper<UserRecord>;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges'> & { edges: Array<ResolversTypes['UserEdge']> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApiKey: ApiKeyRow;
  ID: Scalars['ID']['output'];
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversParentTypes['ApiKeyEdge']> };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  BlockUserInput: BlockUserInput;
  BlockUserPayload: Omit<BlockUserPayload, 'user'> & { user: ResolversParentTypes['User'] };
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ChangePasswordPayload;
  Int: Scalars['Int']['output'];
  ContinueAsGuestInput: ContinueAsGuestInput;
  ContinueAsGuestPayload: Omit<ContinueAsGuestPayload, 'session'> & { session: ResolversParentTypes['Session'] };
  Conversation: Conversation;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  CreateBotInput: CreateBotInput;
  CreateBotPayload: Omit<CreateBotPayload, 'bot'> & { bot: ResolversParentTypes['User'] };
  DateTime: Scalars['DateTime']['output'];
  DeleteAccountInput: DeleteAccountInput;
  DeleteAccountPayload: DeleteAccountPayload;
  DeleteBotInput: DeleteBotInput;
  DeleteBotPayload: DeleteBotPayload;
  DeviceSession: DeviceSession;
  DeviceSessionConnection: DeviceSessionConnection;
  DeviceSessionEdge: DeviceSessionEdge;
  EndOtherSessionsPayload: EndOtherSessionsPayload;
  EndSessionInput: EndSessionInput;
  EndSessionPayload: EndSessionPayload;
  ExchangeApiKeyInput: ExchangeApiKeyInput;
  ExchangeApiKeyPayload: ExchangeApiKeyPayload;
  LogInInput: LogInInput;
  LogInPayload: Omit<LogInPayload, 'session'> & { session: ResolversParentTypes['Session'] };
  LogOutPayload: LogOutPayload;
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadPayload: MarkNotificationsReadPayload;
  Message: Message;
  Mutation: Record<PropertyKey, never>;
  Notification: NotificationView;
  NotificationConnection: Omit<NotificationConnection, 'edges'> & { edges: Array<ResolversParentTypes['NotificationEdge']> };
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  NotificationEvent: ResolversInterfaceTypes<ResolversParentTypes>['NotificationEvent'];
  NotificationReceived: Omit<NotificationReceived, 'notification'> & { notification: ResolversParentTypes['Notification'] };
  NotificationSettings: Settings;
  NotificationsRead: NotificationsRead;
  NotificationsResync: NotificationsResync;
  PageInfo: PageInfo;
  PushKeysInput: PushKeysInput;
  PushSubscription: PushSubscriptionRow;
  Query: Record<PropertyKey, never>;
  QuietHours: QuietHoursRow;
  QuietHoursInput: QuietHoursInput;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: Omit<RefreshSessionPayload, 'session'> & { session: ResolversParentTypes['Session'] };
  RegisterInput: RegisterInput;
  RegisterPayload: Omit<RegisterPayload, 'session'> & { session: ResolversParentTypes['Session'] };
  RegisterPushSubscriptionInput: RegisterPushSubscriptionInput;
  RegisterPushSubscriptionPayload: Omit<RegisterPushSubscriptionPayload, 'subscription'> & { subscription: ResolversParentTypes['PushSubscription'] };
  RemovePushSubscriptionInput: RemovePushSubscriptionInput;
  RemovePushSubscriptionPayload: RemovePushSubscriptionPayload;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  Session: Omit<Session, 'user'> & { user: ResolversParentTypes['User'] };
  SetPresenceInput: SetPresenceInput;
  SetPresencePayload: Omit<SetPresencePayload, 'user'> & { user: ResolversParentTypes['User'] };
  Subscription: Record<PropertyKey, never>;
  UnblockUserPayload: Omit<UnblockUserPayload, 'user'> & { user: ResolversParentTypes['User'] };
  UpdateBotInput: UpdateBotInput;
  UpdateBotPayload: Omit<UpdateBotPayload, 'bot'> & { bot: ResolversParentTypes['User'] };
  UpdateNotificationSettingsInput: UpdateNotificationSettingsInput;
  UpdateNotificationSettingsPayload: Omit<UpdateNotificationSettingsPayload, 'settings'> & { settings: ResolversParentTypes['NotificationSettings'] };
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user'> & { user: ResolversParentTypes['User'] };
  User: UserRecord;
  UserConnection: Omit<UserConnection, 'edges'> & { edges: Array<ResolversParentTypes['UserEdge']> };
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type ApiKeyScopeDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ApiKeyScopeDirectiveResolver<Result, Parent, ContextType = Context, Args = ApiKeyScopeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LiveDirectiveArgs = {
  bundle?: Maybe<Scalars['Boolean']['input']>;
  resume?: Maybe<Scalars['String']['input']>;
  topic?: Maybe<Scalars['String']['input']>;
};

export type LiveDirectiveResolver<Result, Parent, ContextType = Context, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ViewerIndependentDirectiveArgs = { };

export type ViewerIndependentDirectiveResolver<Result, Parent, ContextType = Context, Args = ViewerIndependentDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type BlockUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockUserPayload'] = ResolversParentTypes['BlockUserPayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContinueAsGuestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContinueAsGuestPayload'] = ResolversParentTypes['ContinueAsGuestPayload']> = {
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateApiKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateBotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateBotPayload'] = ResolversParentTypes['CreateBotPayload']> = {
  bot?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAccountPayload'] = ResolversParentTypes['DeleteAccountPayload']> = {
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteBotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteBotPayload'] = ResolversParentTypes['DeleteBotPayload']> = {
  botId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeviceSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeviceSession'] = ResolversParentTypes['DeviceSession']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeviceSessionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeviceSessionConnection'] = ResolversParentTypes['DeviceSessionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeviceSessionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeviceSessionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeviceSessionEdge'] = ResolversParentTypes['DeviceSessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeviceSession'], ParentType, ContextType>;
};

export type EndOtherSessionsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndOtherSessionsPayload'] = ResolversParentTypes['EndOtherSessionsPayload']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EndSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndSessionPayload'] = ResolversParentTypes['EndSessionPayload']> = {
  sessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ExchangeApiKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExchangeApiKeyPayload'] = ResolversParentTypes['ExchangeApiKeyPayload']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LogInPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogInPayload'] = ResolversParentTypes['LogInPayload']> = {
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type LogOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogOutPayload'] = ResolversParentTypes['LogOutPayload']> = {
  sessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MarkNotificationsReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationsReadPayload'] = ResolversParentTypes['MarkNotificationsReadPayload']> = {
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  blockUser?: Resolver<ResolversTypes['BlockUserPayload'], ParentType, ContextType, RequireFields<MutationBlockUserArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  continueAsGuest?: Resolver<ResolversTypes['ContinueAsGuestPayload'], ParentType, ContextType, RequireFields<MutationContinueAsGuestArgs, 'input'>>;
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyPayload'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createBot?: Resolver<ResolversTypes['CreateBotPayload'], ParentType, ContextType, RequireFields<MutationCreateBotArgs, 'input'>>;
  deleteAccount?: Resolver<ResolversTypes['DeleteAccountPayload'], ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'input'>>;
  deleteBot?: Resolver<ResolversTypes['DeleteBotPayload'], ParentType, ContextType, RequireFields<MutationDeleteBotArgs, 'input'>>;
  endOtherSessions?: Resolver<ResolversTypes['EndOtherSessionsPayload'], ParentType, ContextType>;
  endSession?: Resolver<ResolversTypes['EndSessionPayload'], ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'input'>>;
  exchangeApiKey?: Resolver<ResolversTypes['ExchangeApiKeyPayload'], ParentType, ContextType, RequireFields<MutationExchangeApiKeyArgs, 'input'>>;
  logIn?: Resolver<ResolversTypes['LogInPayload'], ParentType, ContextType, RequireFields<MutationLogInArgs, 'input'>>;
  logOut?: Resolver<ResolversTypes['LogOutPayload'], ParentType, ContextType>;
  markNotificationsRead?: Resolver<ResolversTypes['MarkNotificationsReadPayload'], ParentType, ContextType, RequireFields<MutationMarkNotificationsReadArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  register?: Resolver<ResolversTypes['RegisterPayload'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  registerPushSubscription?: Resolver<ResolversTypes['RegisterPushSubscriptionPayload'], ParentType, ContextType, RequireFields<MutationRegisterPushSubscriptionArgs, 'input'>>;
  removePushSubscription?: Resolver<ResolversTypes['RemovePushSubscriptionPayload'], ParentType, ContextType, RequireFields<MutationRemovePushSubscriptionArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  setPresence?: Resolver<ResolversTypes['SetPresencePayload'], ParentType, ContextType, RequireFields<MutationSetPresenceArgs, 'input'>>;
  unblockUser?: Resolver<ResolversTypes['UnblockUserPayload'], ParentType, ContextType, RequireFields<MutationUnblockUserArgs, 'input'>>;
  updateBot?: Resolver<ResolversTypes['UpdateBotPayload'], ParentType, ContextType, RequireFields<MutationUpdateBotArgs, 'input'>>;
  updateNotificationSettings?: Resolver<ResolversTypes['UpdateNotificationSettingsPayload'], ParentType, ContextType, RequireFields<MutationUpdateNotificationSettingsArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messageSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  silent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type NotificationEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEvent'] = ResolversParentTypes['NotificationEvent']> = {
  __resolveType: TypeResolveFn<'NotificationReceived' | 'NotificationsRead' | 'NotificationsResync', ParentType, ContextType>;
};

export type NotificationReceivedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationReceived'] = ResolversParentTypes['NotificationReceived']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  notification?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationSettings'] = ResolversParentTypes['NotificationSettings']> = {
  includeText?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kinds?: Resolver<Array<ResolversTypes['NotificationKind']>, ParentType, ContextType>;
  offlineOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quietHours?: Resolver<Maybe<ResolversTypes['QuietHours']>, ParentType, ContextType>;
};

export type NotificationsReadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationsRead'] = ResolversParentTypes['NotificationsRead']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  notificationIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  upToRev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationsResyncResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationsResync'] = ResolversParentTypes['NotificationsResync']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PushSubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PushSubscription'] = ResolversParentTypes['PushSubscription']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endpoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  exportMyData?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  notificationSettings?: Resolver<ResolversTypes['NotificationSettings'], ParentType, ContextType>;
  notifications?: Resolver<ResolversTypes['NotificationConnection'], ParentType, ContextType, RequireFields<QueryNotificationsArgs, 'unreadOnly'>>;
  pushSubscriptions?: Resolver<Array<ResolversTypes['PushSubscription']>, ParentType, ContextType>;
  searchUsers?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<QuerySearchUsersArgs, 'handlePrefix'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  vapidPublicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuietHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuietHours'] = ResolversParentTypes['QuietHours']> = {
  end?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RefreshSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionPayload'] = ResolversParentTypes['RefreshSessionPayload']> = {
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type RegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPayload'] = ResolversParentTypes['RegisterPayload']> = {
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type RegisterPushSubscriptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPushSubscriptionPayload'] = ResolversParentTypes['RegisterPushSubscriptionPayload']> = {
  subscription?: Resolver<ResolversTypes['PushSubscription'], ParentType, ContextType>;
};

export type RemovePushSubscriptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemovePushSubscriptionPayload'] = ResolversParentTypes['RemovePushSubscriptionPayload']> = {
  endpoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type SetPresencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetPresencePayload'] = ResolversParentTypes['SetPresencePayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  notificationReceived?: SubscriptionResolver<ResolversTypes['NotificationEvent'], "notificationReceived", ParentType, ContextType, Partial<SubscriptionNotificationReceivedArgs>>;
};

export type UnblockUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockUserPayload'] = ResolversParentTypes['UnblockUserPayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UpdateBotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateBotPayload'] = ResolversParentTypes['UpdateBotPayload']> = {
  bot?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UpdateNotificationSettingsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateNotificationSettingsPayload'] = ResolversParentTypes['UpdateNotificationSettingsPayload']> = {
  settings?: Resolver<ResolversTypes['NotificationSettings'], ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  apiKeys?: Resolver<Maybe<ResolversTypes['ApiKeyConnection']>, ParentType, ContextType, Partial<UserApiKeysArgs>>;
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  blockedUsers?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<UserBlockedUsersArgs>>;
  bots?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<UserBotsArgs>>;
  contactable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  handle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDeleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isGuest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<ResolversTypes['DeviceSessionConnection']>, ParentType, ContextType, Partial<UserSessionsArgs>>;
  statusText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewerBlocks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  BlockUserPayload?: BlockUserPayloadResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  ContinueAsGuestPayload?: ContinueAsGuestPayloadResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateBotPayload?: CreateBotPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteAccountPayload?: DeleteAccountPayloadResolvers<ContextType>;
  DeleteBotPayload?: DeleteBotPayloadResolvers<ContextType>;
  DeviceSession?: DeviceSessionResolvers<ContextType>;
  DeviceSessionConnection?: DeviceSessionConnectionResolvers<ContextType>;
  DeviceSessionEdge?: DeviceSessionEdgeResolvers<ContextType>;
  EndOtherSessionsPayload?: EndOtherSessionsPayloadResolvers<ContextType>;
  EndSessionPayload?: EndSessionPayloadResolvers<ContextType>;
  ExchangeApiKeyPayload?: ExchangeApiKeyPayloadResolvers<ContextType>;
  LogInPayload?: LogInPayloadResolvers<ContextType>;
  LogOutPayload?: LogOutPayloadResolvers<ContextType>;
  MarkNotificationsReadPayload?: MarkNotificationsReadPayloadResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  NotificationEvent?: NotificationEventResolvers<ContextType>;
  NotificationReceived?: NotificationReceivedResolvers<ContextType>;
  NotificationSettings?: NotificationSettingsResolvers<ContextType>;
  NotificationsRead?: NotificationsReadResolvers<ContextType>;
  NotificationsResync?: NotificationsResyncResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PushSubscription?: PushSubscriptionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuietHours?: QuietHoursResolvers<ContextType>;
  RefreshSessionPayload?: RefreshSessionPayloadResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  RegisterPushSubscriptionPayload?: RegisterPushSubscriptionPayloadResolvers<ContextType>;
  RemovePushSubscriptionPayload?: RemovePushSubscriptionPayloadResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SetPresencePayload?: SetPresencePayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UnblockUserPayload?: UnblockUserPayloadResolvers<ContextType>;
  UpdateBotPayload?: UpdateBotPayloadResolvers<ContextType>;
  UpdateNotificationSettingsPayload?: UpdateNotificationSettingsPayloadResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  apiKeyScope?: ApiKeyScopeDirectiveResolver<any, any, ContextType>;
  live?: LiveDirectiveResolver<any, any, ContextType>;
  viewerIndependent?: ViewerIndependentDirectiveResolver<any, any, ContextType>;
};
