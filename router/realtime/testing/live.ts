import { until } from '../../../platform/time/until.ts'

/** Resolves once a subscription hears of what happens. */
export const live = (subscriber: { subscription: { state: string } }): Promise<unknown> =>
  until(() => subscriber.subscription.state === 'live', 'the subscription is live')
