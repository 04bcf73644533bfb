import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { Kind, parse, print, type DocumentNode } from 'graphql'
import { addTypenameToDocument } from '@apollo/client/utilities'
import * as generated from '../web/src/generated.ts'
import { documentId, normalForm } from '../router/supergraph/trusted/normalForm.ts'

const safelist = JSON.parse(readFileSync(new URL('trusted-documents.json', import.meta.url), 'utf8')) as object

const isDocument = (value: unknown): value is DocumentNode => (value as DocumentNode | undefined)?.kind === 'Document'

test('the safelist holds every operation of the web client, as Apollo Client sends it', () => {
  const documents = Object.values(generated).filter(isDocument)
  const sent = documents
    .filter(({ definitions }) => definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    .map((document) => print(addTypenameToDocument(document)))
  expect(sent.length).toBeGreaterThan(10)
  for (const text of sent) expect(Object.keys(safelist)).toContain(documentId(normalForm(parse(text), undefined)))
})
