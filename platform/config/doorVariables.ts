import { labels, milliseconds, oneOf, origins, path, sharedSecret, wholeNumber } from './fields.ts'
import { variable } from './variable.ts'

/** What the router's door lets in. */
export const doorVariables = {
  PARLEY_INTROSPECTION: variable(
    oneOf('on', 'off').default('on'),
    'May clients ask a router for its schema: on, off',
    'on',
  ),
  PARLEY_OVERRIDE_LABELS: variable(
    labels.optional(),
    'Labels of @override(label:) that hold for every request, separated by commas; percent(x) holds for so many by itself',
    'none',
  ),
  PARLEY_TRUSTED_PROXIES: variable(
    wholeNumber(0, 10).default(0),
    'Proxies of yours in front of a router, whose X-Forwarded-For is believed',
    '0',
  ),
  PARLEY_ORIGINS: variable(
    origins.optional(),
    'Origins whose pages may call a router from a browser, and open its WebSockets',
    'all',
  ),
  PARLEY_OPERATION_TIMEOUT_MS: variable(
    milliseconds(1).default(30_000),
    'How long a query or mutation may take; what is there by then is answered, the rest is TIMED_OUT',
    '30000',
  ),
  PARLEY_BATCH_LIMIT: variable(
    wholeNumber(1, 100).default(10),
    'Operations in one HTTP request at most, as a JSON list; 1 takes no lists',
    '10',
  ),
  PARLEY_PERSISTED_QUERY_BYTES: variable(
    wholeNumber(0, 1_073_741_824).default(16_777_216),
    'Memory for automatic persisted queries; the least used go first. 0 switches them off',
    '16777216 (16 MiB)',
  ),
  PARLEY_TRUSTED_DOCUMENTS: variable(
    oneOf('off', 'warn', 'enforce').default('off'),
    'Operations that are not in the safelist: off lets them run, warn logs them, enforce refuses them',
    'off',
  ),
  PARLEY_TRUSTED_DOCUMENTS_FILE: variable(
    path.optional(),
    'File of the safelist, as `npm run schema` writes it',
    'schema/trusted-documents.json of Parley',
  ),
  PARLEY_OPERATOR_SECRET: variable(
    sharedSecret.optional(),
    'Sent as x-parley-operator, it puts the query plan into the extensions of an answer',
    'nobody sees plans',
  ),
  PARLEY_SHARE_EXECUTIONS: variable(
    oneOf('on', 'off').default('off'),
    'Equal queries of one viewer that are in flight at once share one execution in a router: on, off',
    'off',
  ),
  PARLEY_QUERY_PLANS: variable(
    oneOf('operators', 'everyone').optional(),
    'Who sees the plan of a query that comes with x-parley-explain: operators (by their secret), everyone',
    'everyone on SQLite, operators otherwise',
  ),
  PARLEY_COST_LIMIT: variable(
    wholeNumber(0, 1_000_000_000).default(1_000_000),
    'Price that one operation may have by @cost and @listSize; 0 for any',
    '1000000',
  ),
  PARLEY_IDLE_AWAY_MS: variable(
    wholeNumber(0, 86_400_000).default(900_000),
    'A connected device that asks for nothing so long counts as away; 0: only when it says so',
    '900000',
  ),
}
