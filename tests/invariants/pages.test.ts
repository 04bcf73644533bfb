import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sendFiles, uploaded } from '../attachments/files.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'

/** More than the larger page, so that both sizes have a next one. */
const MANY = 52

let system: TestSystem
let ada: Person
let group: string
beforeAll(async () => {
  system = await TestSystem.start()
  ada = await Person.guest(system, 'Ada')
  const others = await Promise.all(Array.from({ length: MANY }, (_, n) => Person.guest(system, `Member ${n}`)))
  group = await ada.startGroup('Large', others)
  for (const other of others) {
    const file = await uploaded(other, Buffer.from('a file'))
    await sendFiles(other, group, [file], { text: `lake from ${other.name}` })
  }
  for (const other of others) await other.send(await other.startGroup(`With ${other.name}`, [ada]), 'hello')
})
afterAll(() => system.stop())

const person = 'id name handle'
const message = `id seq text sender { ${person} } mentions { id name } reactions { emoji count } attachments { id url }`
const paged = 'pageInfo { hasNextPage endCursor }'
const pages: Record<string, string> = {
  inbox: `inbox(first: $n) { edges { node { id title unreadCount lastMessage { ${message} } viewerMember { role }
    members(first: 3) { edges { node { user { ${person} } } } } } } ${paged} }`,
  conversations: `conversations(first: $n) { edges { node { id title lastMessage { ${message} } } } ${paged} }`,
  history: `conversation(id: $id) { messages(last: $n) { edges { node { ${message} } } pageInfo { hasPreviousPage } } }`,
  members: `conversation(id: $id) { members(first: $n) { edges { node { role user { ${person} } } } ${paged} } }`,
  search: `searchMessages(query: "lake", first: $n) { edges { node { message { ${message} } } } ${paged} }`,
}

test.each(Object.entries(pages))(
  'a page of %s costs as many statements with 50 items as with 1',
  async (_name, fields) => {
    const query = `query Page($n: Int!, $id: ID!) { ${fields} _: conversation(id: $id) { id } }`
    const costOf = async (n: number) => {
      const before = system.allStatements
      const data = await ada.get(query, { n, id: group })
      return { statements: system.allStatements - before, items: JSON.stringify(data).split('"node":').length - 1 }
    }
    const [one, fifty] = [await costOf(1), await costOf(50)]
    expect(fifty.items).toBeGreaterThanOrEqual(50)
    expect(one.items).toBeLessThan(10)
    // On a loaded machine workers look around during each count. One statement for each item would be 49 more.
    expect(Math.abs(fifty.statements - one.statements)).toBeLessThan(20)
  },
)
