import { fileURLToPath } from 'node:url'
import importX from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'

const root = fileURLToPath(new URL('.', import.meta.url))
const zone = (target, from, message) => ({ target: `./${target}`, from: from.map((f) => `./${f}`), message })

/** Who may import whom (docs/architecture.md): imports run in one direction, and a wrong one fails here. */
const zones = [
  zone('platform', ['router', 'subgraphs', 'workers', 'web', 'cli', 'tests', 'bench'], 'platform imports npm only'),
  zone('router', ['subgraphs', 'workers', 'web', 'cli', 'tests'], 'the router knows nothing of chat'),
  zone('subgraphs', ['router', 'workers', 'web', 'cli', 'tests'], 'a subgraph stands on platform alone'),
  zone('subgraphs/users', ['subgraphs/conversations', 'subgraphs/messages'], 'subgraphs meet in the supergraph only'),
  zone('subgraphs/conversations', ['subgraphs/users', 'subgraphs/messages'], 'subgraphs meet in the supergraph only'),
  zone('subgraphs/messages', ['subgraphs/users', 'subgraphs/conversations'], 'subgraphs meet in the supergraph only'),
  zone('schema', ['subgraphs', 'workers', 'cli'], 'schemas are read as files, of any project'),
  zone('workers', ['router', 'subgraphs', 'web', 'cli', 'tests'], 'a worker stands on platform alone'),
  zone(
    'client',
    ['router', 'subgraphs', 'workers', 'platform', 'cli', 'web', 'tests'],
    'the client package stands on npm alone',
  ),
  zone(
    'web',
    ['router', 'subgraphs', 'workers', 'platform', 'cli', 'tests'],
    'the web client uses the public API only',
  ),
  ...['users', 'conversations', 'messages'].flatMap((name) => [
    zone(
      `subgraphs/${name}/store`,
      [`subgraphs/${name}/domain`, `subgraphs/${name}/resolvers`],
      'resolvers → domain → store',
    ),
    zone(`subgraphs/${name}/domain`, [`subgraphs/${name}/resolvers`], 'resolvers → domain → store'),
  ]),
]

export default tseslint.config(
  { ignores: ['node_modules', '**/dist', 'data', '**/generated*', '**/generated/**', '.services*'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs'] } } },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      'max-lines': ['error', { max: 250, skipBlankLines: false }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'read the environment in platform/config only' },
      ],
    },
  },
  {
    files: [
      'platform/config/**',
      'platform/database/testDatabase.ts',
      'cli/**',
      'tests/**',
      'bench/**',
      'examples/**',
      'docker/**',
      'schema/**',
      '**/*.test.ts',
      '**/*.contract.ts',
    ],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.contract.ts', 'tests/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
)
