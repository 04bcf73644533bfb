import { lintRuleNames, ruleOf } from '../lint/rules.ts'

/** The table of the documentation: each lint rule, its level by default, and who does it. */
export function lintTable(): string {
  const rows = lintRuleNames.map((name) => {
    const { asks, level, eslint } = ruleOf(name)
    return `| \`${name}\` | ${level} | ${asks} | ${eslint ? `graphql-eslint \`${eslint.rule}\`` : 'our own'} |`
  })
  return ['| rule | default | asks for | by |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
