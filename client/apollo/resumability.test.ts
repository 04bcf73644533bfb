import { expect, test } from '@jest/globals'
import { gql } from '@apollo/client'
import { buildSchema } from 'graphql'
import * as operations from '../operations/index.ts'
import { apiSchema } from './generate.ts'
import { lackOf, standings } from './resumability.ts'

test('every subscription that can be resumed is known', () => {
  const fields = Object.values(buildSchema(apiSchema(), { assumeValidSDL: true }).getSubscriptionType()!.getFields())
  const resumable = fields.filter(({ args }) => args.some(({ name }) => name === 'after')).map(({ name }) => name)
  expect(Object.keys(standings).sort()).toEqual(resumable.sort())
})

test('the operations of the package lack nothing', () => {
  const documents = Object.values(operations)
  expect(documents.map(lackOf).filter(Boolean)).toEqual([])
})

test.each([
  ['subscription ($after: Int) { conversationEvents(conversationId: 1, after: $after) { rev } }', null],
  ['subscription ($after: Int) { conversationEvents(conversationId: 1, after: $after) { at } }', '`rev`'],
  ['subscription ($since: Int) { conversationEvents(conversationId: 1, after: $since) { rev } }', '`after: $after`'],
  ['subscription { conversationEvents(conversationId: 1) { rev } }', '`after: $after`'],
  ['subscription ($after: [String!]) { news: inbox(after: $after) { log } }', '`position`'],
  ['subscription { typing(conversationId: 1) { user { id } } }', null],
])('%s lacks %s', (text, lack) => {
  if (lack === null) expect(lackOf(gql(text))).toBeNull()
  else expect(lackOf(gql(text))).toContain(lack)
})

test('what is selected in a fragment counts', () => {
  const text = `subscription ($after: Int) { conversationEvents(conversationId: 1, after: $after) { ...Place } }
    fragment Place on ConversationEvent { rev }`
  expect(lackOf(gql(text))).toBeNull()
})
