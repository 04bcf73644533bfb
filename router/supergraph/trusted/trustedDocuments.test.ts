import { afterEach, describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { openRouter } from '../../http/router.example.ts'
import { documentId, normalForm } from './normalForm.ts'

const text = 'query Lots { lots(first: 1) { ...Parts } } fragment Parts on Lot { id title }'
const documents = new Set([documentId(normalForm(parse(text), 'Lots'))])

let open: Awaited<ReturnType<typeof openRouter>>
afterEach(() => open.router.close())
const ask = async (query: string, operationName?: string) => (await open.ask({ query, operationName })).json()

describe('a safelist', () => {
  test.each([
    ['as it is', text],
    [
      'with other white space and order',
      'fragment Parts on Lot { id title }\n\nquery Lots { lots(first: 1) { ...Parts } }',
    ],
    [
      'with __typename everywhere, as Apollo Client sends it',
      'query Lots { lots(first: 1) { ...Parts __typename } } fragment Parts on Lot { id title __typename }',
    ],
    ['beside another operation', `${text} query Other { __typename }`],
  ])('lets its operations run: %s', async (_what, query) => {
    open = await openRouter({ trustedDocuments: { documents, mode: 'enforce' } })
    expect(await ask(query, 'Lots')).toMatchObject({ data: { lots: [{ id: '1', title: 'Lot 1' }] } })
  })

  test.each([
    '{ lots { id } }',
    text.replace('first: 1', 'first: 9'),
    text.replace('title', 't: title'),
    '{',
    '{ __typename }',
  ])('refuses others, before anything else is done with them: %#', async (query) => {
    open = await openRouter({ trustedDocuments: { documents, mode: 'enforce' } })
    expect(await ask(query)).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_NOT_TRUSTED' } }] })
    expect(open.asked).toEqual([])
  })

  test('that only warns logs each stranger once, counts it, and serves it', async () => {
    open = await openRouter({ trustedDocuments: { documents, mode: 'warn' } })
    for (let i = 0; i < 3; i++) expect(await ask('{ lots(first: 1) { id } }')).toMatchObject({ data: {} })
    expect(open.lines.join('').match(/not in the safelist/g)).toHaveLength(1)
    const metrics = await (await fetch(`${open.base}/metrics`)).text()
    expect(metrics).toMatch(/untrusted_operations_total 3/)
  })
})
