import type { Linter } from 'eslint'
import { CouldNotRun } from '../command/faults.ts'
import type { LintRuleName } from './rules.ts'
import { lintRuleNames, ruleOf } from './rules.ts'

export interface EslintMessage {
  rule: LintRuleName
  message: string
  line: number
  column: number
}

/** Runs the rules of @graphql-eslint that are asked for over the text of one file. */
export type EslintRules = (text: string, names: readonly LintRuleName[]) => EslintMessage[]

/** Undefined where ESLint is not installed: it is a development dependency, and images go without. */
export async function openEslintRules(): Promise<EslintRules | undefined> {
  const parts = await Promise.all([import('eslint'), import('@graphql-eslint/eslint-plugin')]).catch(() => undefined)
  if (!parts) return undefined
  const [{ Linter: EslintLinter }, { default: plugin }] = parts
  const linter = new EslintLinter({ configType: 'flat' })
  return (text, names) => {
    const config = {
      files: ['**/*.graphql'],
      plugins: { '@graphql-eslint': plugin },
      languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig: {} } },
      rules: Object.fromEntries(
        names.flatMap((name) => {
          const { eslint } = ruleOf(name)
          if (!eslint) return []
          return [[`@graphql-eslint/${eslint.rule}`, ['error', ...(eslint.options ? [eslint.options] : [])]]]
        }),
      ),
    }
    const messages = linter.verify(text, [config as unknown as Linter.Config], { filename: 'schema.graphql' })
    const fatal = messages.find((message) => message.fatal)
    if (fatal) throw new CouldNotRun(`ESLint cannot read a schema: ${fatal.message}`)
    return messages.flatMap(({ ruleId, message, line, column }) => {
      const rule = lintRuleNames.find((name) => `@graphql-eslint/${ruleOf(name).eslint?.rule}` === ruleId)
      return rule ? [{ rule, message: message.replace(/\.?$/, '.'), line, column }] : []
    })
  }
}
