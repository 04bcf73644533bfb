import { describe, expect, test } from '@jest/globals'
import { examples } from './examples.ts'
import { federate } from './federate.ts'
import { socialData, socialSubgraphs } from './social.example.ts'

const social = () => federate({ subgraphs: socialSubgraphs, data: () => socialData([50, 51, 52, 53, 54, 55]) })

describe('requests', () => {
  test('of one level to one subgraph are one, with each representation once', async () => {
    const { federated, asked } = social()
    const { data } = await federated(
      '{ a: post(index: 0) { likes } b: post(index: 0) { id likes by { id } } users { karma } }',
    )
    expect(data).toMatchObject({ users: [{ karma: expect.any(Number) }, {}, {}] })
    const stats = asked.filter(({ subgraph }) => subgraph === 'stats')
    expect(stats).toHaveLength(1)
    const sent = Object.values(stats[0]!.variables!).flatMap((list) => list as { __typename: string; id: string }[])
    const posts = sent.filter(({ __typename }) => __typename === 'Post')
    // Two selections of the same post, three users once.
    expect(posts).toHaveLength(2)
    expect(sent.length - posts.length).toBe(3)
  })

  test('for the top of a schema go along with those for entities of the same subgraph, if there are any', async () => {
    const { federated, monolith, asked } = social()
    const query = (index: number) =>
      `query($index: Int! = ${index}) { _0: me { name } post(index: $index) { author { name } } }`
    expect(await federated(query(0))).toEqual(await monolith(query(0)))
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['posts', 'accounts'])

    const absent = federate({
      subgraphs: socialSubgraphs,
      data: () => ({ ...socialData([50]), root: { me: { name: 'M' } } }),
    })
    expect(await absent.federated(query(0))).toEqual(await absent.monolith(query(0)))
    expect(absent.asked.map(({ subgraph }) => subgraph).sort()).toEqual(['accounts', 'posts'])
  })

  test('are made only for what the conditions leave', async () => {
    const { federated, asked } = social()
    const query = 'query($yes: Boolean!) { users { id karma @include(if: $yes) } me @skip(if: $yes) { name } }'
    expect((await federated(query, { yes: false })).data).toMatchObject({ users: [{ id: 'u1' }, {}, {}], me: {} })
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['accounts'])
    const { data } = await federated(query, { yes: true })
    expect(Object.keys(data as object)).toEqual(['users'])
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['accounts', 'stats'])
  })

  test('for a field that moves go to the subgraph that its label says', async () => {
    const { subgraphs, data } = examples.inaccessibleAndOverride
    for (const [overrideLabels, from] of [
      [[], ['old']],
      [['percent(0)'], ['old', 'new']],
    ]) {
      const { federated, asked } = federate({ subgraphs, data }, { overrideLabels: overrideLabels! })
      expect(await federated('{ lots { price } }')).toEqual({ data: { lots: [{ price: 3 }, { price: 4 }] } })
      expect(asked.map(({ subgraph }) => subgraph)).toEqual(from)
    }
  })

  test('for a field that moves by shares go to the new subgraph for so many of a hundred', async () => {
    const { subgraphs, data } = examples.inaccessibleAndOverride
    const moved = { ...subgraphs, new: subgraphs['new']!.replace('percent(0)', 'percent(100)') }
    const { federated, asked } = federate({ subgraphs: moved, data })
    expect(await federated('{ lots { price } }')).toEqual({ data: { lots: [{ price: 3 }, { price: 4 }] } })
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['old', 'new'])
  })

  test('of a mutation run one after the other, each with what belongs to it', async () => {
    let count = 0
    const { federated, asked } = federate({
      subgraphs: {
        counts: `type Query { none: Int } type Mutation { add(by: Int!): Count } type Count @key(fields: "id") { id: ID! value: Int }`,
        names: `type Mutation { rename(to: String!): String } type Count @key(fields: "id") { id: ID! name: String }`,
      },
      data: () => ({
        root: {
          add: ({ by }: { by: number }) => ({ __typename: 'Count', id: 'c', value: (count += by) }),
          rename: ({ to }: { to: string }) => `${to} ${count}`,
        },
        entities: { Count: [{ __typename: 'Count', id: 'c', name: 'N' }] },
      }),
    })
    expect(
      await federated('mutation { a: add(by: 2) { value name } r: rename(to: "x") b: add(by: 3) { name value } }'),
    ).toEqual({
      data: { a: { value: 2, name: 'N' }, r: 'x 2', b: { name: 'N', value: 5 } },
    })
    expect(asked[0]!.subgraph).toBe('counts')
  })
})

test('a subscription that nothing marks as live is refused, and everything else is served', async () => {
  const { graph, federated } = federate({
    subgraphs: { clock: 'type Query { now: Int } type Subscription { ticks: Int }' },
    data: () => ({ root: { now: 7 }, entities: {} }),
  })
  expect(graph.prepare('subscription { ticks }')).toMatchObject({
    errors: [{ message: expect.stringContaining('ticks'), extensions: { code: 'BAD_REQUEST' } }],
  })
  expect(await federated('{ now }')).toEqual({ data: { now: 7 } })
})

describe('arguments from the context', () => {
  const { federated, monolith } = federate({
    subgraphs: {
      shops: `type Query { shops: [Shop!]! } type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! items: [Item!]! best: Item }
        type Item @key(fields: "id") { id: ID! price(in: String @fromContext(field: "$shop { currency }")): String }`,
      names: `type Item @key(fields: "id") { id: ID! name: String }`,
    },
    data: () => {
      const item = {
        __typename: 'Item',
        id: 'i',
        name: 'Item',
        price: ({ in: currency }: { in?: string }) => `1 ${currency}`,
      }
      // The monolith has no such argument: there, each item knows its shop.
      const of = (id: string, currency: string) => {
        const own = { ...item, price: ({ in: given = currency }: { in?: string }) => `1 ${given}` }
        return { __typename: 'Shop', id, currency, items: [own, own], best: own }
      }
      const shops = [of('a', 'EUR'), of('b', 'NOK')]
      return { root: { shops }, entities: { Shop: shops, Item: [item] } }
    },
  })

  test.each(['{ shops { items { price name } } }', '{ shops { best { p: price } items { name price } } }'])(
    '%s: an entity in two places has the value of each',
    async (query) => {
      expect(await federated(query)).toEqual(await monolith(query))
    },
  )
})

describe('the answer', () => {
  test('mixes the schema with data, under any name', async () => {
    const { federated, monolith } = social()
    const query = `query($name: String!) { __schema { queryType { name } } t: __type(name: $name) { ...T } users { __proto__: id constructor: name toString: nick }
      __typename hasOwnProperty: __typename } fragment T on __Type { name fields { name } }`
    const variables = { name: 'Place' }
    const { data } = await federated(query, variables)
    expect(JSON.stringify(data)).toBe(JSON.stringify((await monolith(query, variables)).data))
    expect(({} as { id?: string }).id).toBeUndefined()
  })
})

describe('a subgraph that answers', () => {
  const query = '{ products { id name weight } bySku { reviews { body } } }'
  const whole = { data: { products: [{ name: 'Product 1' }, {}, {}], bySku: { reviews: [{ body: 'review of 2' }] } } }

  test.each([
    ['nothing', null],
    ['text', 'data'],
    ['a list', []],
    ['too few entities', { _entities: [] }],
    ['entities that are none', { _entities: [1, 'a', []] }],
    ['entities under another name', { entities: [null] }],
  ])('%s costs its own fields alone, and says where', async (_what, wrong) => {
    const answer = (name: string, result: object) =>
      name === 'stock' && JSON.stringify(result).includes('weight') ? { data: wrong } : result
    const { federated } = federate(examples.keys, { answer: answer as never })
    const { data, errors } = await federated(query)
    expect(data).toMatchObject(whole.data)
    expect(data).toMatchObject({ products: [{ weight: null }, { weight: null }, { weight: null }] })
    for (const { path, extensions } of errors ?? []) {
      expect(path?.slice(0, 1)).toEqual(['products'])
      expect(extensions).toMatchObject({ code: 'INTERNAL' })
    }
  })

  test.each([
    ['nothing', null, { me: null, post: null }, ['me', 'post.author']],
    ['no entities', { me: { name: 'Me' } }, { me: { name: 'Me' }, post: null }, ['post.author']],
    ['entities alone', { _0: [{ name: 'A' }] }, { me: null, post: { author: { name: 'A' } } }, []],
  ])('%s where both were asked for together keeps what there is', async (_what, wrong, left, missing) => {
    const answer = (name: string, result: object) => (name === 'accounts' ? { data: wrong } : result)
    const { federated } = federate(
      { subgraphs: socialSubgraphs, data: () => socialData([50]) },
      { answer: answer as never },
    )
    const { data, errors = [] } = await federated('{ me { name } post(index: 0) { author { name } } }')
    expect(data).toEqual(left)
    expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual(missing)
  })

  test('values of another type gives null there, and an error', async () => {
    const wrongs: Record<string, unknown> = { weight: '5', name: 7, reviews: { body: 'x' } }
    const spoil = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (key, below: unknown) => (key in wrongs ? wrongs[key] : below))
    const { federated } = federate(examples.keys, { answer: (_name, result) => spoil(result) as never })
    const { data, errors } = await federated(query)
    expect(data).toEqual({ products: ['1', '2', '3'].map((id) => ({ id, name: null, weight: null })), bySku: null })
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
      'bySku.reviews',
      ...['0', '1', '2'].flatMap((at) => [`products.${at}.name`, `products.${at}.weight`]),
    ])
  })

  test.each([
    ['no JSON can hold', { big: 1n }],
    ['is nested too deep to be written', JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown],
  ])('a scalar of its own that %s loses that alone', async (_what, wrong) => {
    const { federated } = federate(
      { subgraphs: { a: 'scalar Any type Query { wrong: Any other: Any }' }, data: () => ({ root: {}, entities: {} }) },
      { answer: () => ({ data: { wrong, other: [7] } }) as never },
    )
    const { data, errors } = await federated('{ wrong other }')
    expect(data).toEqual({ wrong: null, other: [7] })
    expect(errors).toMatchObject([{ path: ['wrong'], extensions: { code: 'INTERNAL' } }])
  })
})
