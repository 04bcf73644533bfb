import { expect, test } from '@jest/globals'
import { gql } from '@apollo/client'
import { standingOf } from './standingOf.ts'

const event = { rev: 7, log: 'c1', position: 'c1:7' }

test('an event of one log stands at its rev, whatever the operation calls it', () => {
  const query = gql('subscription { conversationEvents(conversationId: 1) { rev } }')
  expect(standingOf({ data: { conversationEvents: event } }, query)).toEqual({ position: 7 })
  const named = gql('subscription { news: conversationEvents(conversationId: 1) { rev } }')
  expect(standingOf({ data: { news: event } }, named)).toEqual({ position: 7 })
})

test('one of an inbox stands in its log, whatever the operation calls it: revs of other logs have nothing to do with it', () => {
  const place = { place: { log: 'c1', position: 'c1:7' } }
  expect(standingOf({ data: { inbox: event } }, gql('subscription { inbox { rev log position } }'))).toEqual(place)
  const named = gql('subscription { news: inbox { rev log position } }')
  expect(standingOf({ data: { news: event } }, named)).toEqual(place)
})

test('what has no position stands nowhere', () => {
  const query = gql('subscription { typing(conversationId: 1) { typing } }')
  expect(standingOf({ data: { typing: { typing: true } } }, query)).toEqual({})
  expect(standingOf({ data: null }, query)).toEqual({})
  expect(standingOf({ data: { inbox: { rev: 7 } } }, gql('subscription { inbox { rev } }'))).toEqual({})
})
