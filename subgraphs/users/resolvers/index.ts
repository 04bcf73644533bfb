import type { Resolvers } from '../generated.ts'
import { continueAsGuestResolver } from './Mutation/continueAsGuest.ts'
import { endOtherSessionsResolver } from './Mutation/endOtherSessions.ts'
import { endSessionResolver } from './Mutation/endSession.ts'
import { logInResolver } from './Mutation/logIn.ts'
import { logOutResolver } from './Mutation/logOut.ts'
import { refreshSessionResolver } from './Mutation/refreshSession.ts'
import { registerResolver } from './Mutation/register.ts'
import { changePasswordResolver } from './Mutation/changePassword.ts'
import { updateProfileResolver } from './Mutation/updateProfile.ts'
import { deleteAccountResolver } from './Mutation/deleteAccount.ts'
import { blockUserResolver } from './Mutation/blockUser.ts'
import { setPresenceResolver } from './Mutation/setPresence.ts'
import { unblockUserResolver } from './Mutation/unblockUser.ts'
import { createApiKeyResolver } from './Mutation/createApiKey.ts'
import { revokeApiKeyResolver } from './Mutation/revokeApiKey.ts'
import { exchangeApiKeyResolver } from './Mutation/exchangeApiKey.ts'
import { createBotResolver } from './Mutation/createBot.ts'
import { deleteBotResolver } from './Mutation/deleteBot.ts'
import { updateBotResolver } from './Mutation/updateBot.ts'
import { exportMyDataResolver } from './Query/exportMyData.ts'
import { markNotificationsReadResolver } from './Mutation/markNotificationsRead.ts'
import { registerPushSubscriptionResolver } from './Mutation/registerPushSubscription.ts'
import { removePushSubscriptionResolver } from './Mutation/removePushSubscription.ts'
import { updateNotificationSettingsResolver } from './Mutation/updateNotificationSettings.ts'
import { Notification } from './Notification.ts'
import { NotificationEvent } from './NotificationEvent.ts'
import { PushSubscription } from './PushSubscription.ts'
import { notificationSettingsResolver } from './Query/notificationSettings.ts'
import { notificationsResolver } from './Query/notifications.ts'
import { pushSubscriptionsResolver } from './Query/pushSubscriptions.ts'
import { vapidPublicKeyResolver } from './Query/vapidPublicKey.ts'
import { QuietHours } from './QuietHours.ts'
import { meResolver } from './Query/me.ts'
import { searchUsersResolver } from './Query/searchUsers.ts'
import { userResolver } from './Query/user.ts'
import { User } from './User.ts'

export const resolvers: Resolvers = {
  Query: {
    me: meResolver,
    user: userResolver,
    searchUsers: searchUsersResolver,
    exportMyData: exportMyDataResolver,
    notifications: notificationsResolver,
    notificationSettings: notificationSettingsResolver,
    vapidPublicKey: vapidPublicKeyResolver,
    pushSubscriptions: pushSubscriptionsResolver,
  },
  Mutation: {
    register: registerResolver,
    logIn: logInResolver,
    continueAsGuest: continueAsGuestResolver,
    refreshSession: refreshSessionResolver,
    logOut: logOutResolver,
    endSession: endSessionResolver,
    endOtherSessions: endOtherSessionsResolver,
    changePassword: changePasswordResolver,
    updateProfile: updateProfileResolver,
    deleteAccount: deleteAccountResolver,
    blockUser: blockUserResolver,
    unblockUser: unblockUserResolver,
    createBot: createBotResolver,
    updateBot: updateBotResolver,
    deleteBot: deleteBotResolver,
    setPresence: setPresenceResolver,
    createApiKey: createApiKeyResolver,
    revokeApiKey: revokeApiKeyResolver,
    exchangeApiKey: exchangeApiKeyResolver,
    markNotificationsRead: markNotificationsReadResolver,
    updateNotificationSettings: updateNotificationSettingsResolver,
    registerPushSubscription: registerPushSubscriptionResolver,
    removePushSubscription: removePushSubscriptionResolver,
  },
  User,
  Notification,
  NotificationEvent,
  PushSubscription,
  QuietHours,
}
