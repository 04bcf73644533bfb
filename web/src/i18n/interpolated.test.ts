import { afterAll, expect, test } from '@jest/globals'
import { ar } from './ar/index.ts'
import { i18next, t } from './i18n.ts'

afterAll(() => void i18next.changeLanguage('en'))

test('a name that runs in another direction than the sentence is set apart, and no other', () => {
  expect(t('live.oneTypes', { name: 'Ada' })).toBe('Ada is typing…')
  expect(t('live.oneTypes', { name: 'ليلى' })).toBe('\u2068ليلى\u2069 is typing…')
})

test('numbers are written as the language writes them', () => {
  expect(t('conversations.members', { count: 10_000 })).toBe('10,000 members')
})

test('Arabic counts in its six forms, and names stand apart in its sentences', async () => {
  i18next.addResourceBundle('ar', 'translation', ar)
  await i18next.changeLanguage('ar')
  const counted = [0, 1, 2, 3, 11, 100].map((count) => t('conversations.members', { count }))
  expect(counted).toEqual(['لا أعضاء', 'عضو واحد', 'عضوان', '3 أعضاء', '11 عضوًا', '100 عضو'])
  expect(t('live.oneTypes', { name: 'Ada' })).toBe('\u2068Ada\u2069 يكتب…')
})
