import { oneOf, text, vapidKey } from './fields.ts'
import { variable } from './variable.ts'

/** Web Push: by which keys push services know this installation, and where they may be. */
export const pushVariables = {
  PARLEY_VAPID_PUBLIC_KEY: variable(
    vapidKey(65).optional(),
    'Public key for Web Push, base64url; with PARLEY_VAPID_PRIVATE_KEY, the same for all processes',
    'made once, kept in the users database',
  ),
  PARLEY_VAPID_PRIVATE_KEY: variable(
    vapidKey(32).optional(),
    'Private key for Web Push, base64url',
    'made once, kept in the users database',
  ),
  PARLEY_VAPID_SUBJECT: variable(
    text
      .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'must be like mailto:admin@example.com or https://example.com')
      .optional(),
    'Where push services reach whoever runs this: mailto:admin@example.com or https://…',
    'PARLEY_PUBLIC_URL where it is https, else mailto:admin@localhost, which some push services refuse',
  ),
  PARLEY_PUSH_ENDPOINTS: variable(
    oneOf('public', 'any').default('public'),
    'Push services that browsers may name: public takes https on the internet, any also those inside, for tests',
    'public',
  ),
}
