import { milliseconds, oneOf, wholeNumber } from './fields.ts'
import { variable } from './variable.ts'

/** Where webhooks may go, and how patient Parley is with them. */
export const webhookVariables = {
  PARLEY_WEBHOOK_ENDPOINTS: variable(
    oneOf('public', 'any').default('public'),
    'Where webhooks may go: public takes https on the internet, any also http and addresses inside, for development',
    'public',
  ),
  PARLEY_WEBHOOK_TIMEOUT_MS: variable(
    milliseconds(100).default(10_000),
    'How long an endpoint may take to answer a webhook, in milliseconds',
    '10000',
  ),
  PARLEY_WEBHOOK_PAUSE_AFTER: variable(
    wholeNumber(1, 1_000).default(20),
    'Failures in a row after which a webhook is paused; 20 take about seven hours',
    '20',
  ),
}
