import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, storedLanguage, type LanguageChoice } from '../i18n/language.ts'
import { languages } from '../i18n/languages.ts'
import { storeTheme, storedTheme, type Theme } from '../theme/theme.ts'
import { Problem } from '../ui/Problem.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'
import { useAction } from '../ui/useAction.ts'
import { Section } from './Section.tsx'

const themes = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const

/** Colours and language; kept in this browser. */
export function AppearanceSettings() {
  const { t } = useTranslation()
  const [theme, setTheme] = useState<Theme>(storedTheme)
  const [language, setLanguage] = useState<LanguageChoice>(storedLanguage)
  const { act: choose, problem } = useAction(async (choice: LanguageChoice) => {
    await chooseLanguage(choice)
    setLanguage(choice)
  })
  const changeTheme = (next: Theme) => {
    storeTheme(next)
    setTheme(next)
  }
  return (
    <>
      <Section title={t('settings.appearance.colours')} about={t('settings.appearance.coloursAbout')}>
        <Segments
          label={t('settings.appearance.colours')}
          value={theme}
          options={themes.map(({ value, icon: Icon }) => ({
            value,
            shown: (
              <>
                <Icon size={16} aria-hidden="true" />
                {t(`settings.appearance.${value}`)}
              </>
            ),
          }))}
          onChange={changeTheme}
        />
      </Section>
      <Section title={t('settings.appearance.language')} about={t('settings.appearance.languageAbout')}>
        <Select
          label={t('settings.appearance.language')}
          value={language}
          options={[
            ['system', t('settings.appearance.languageSystem')],
            ...Object.entries(languages).map(([code, { name }]) => [code, name] as const),
          ]}
          onChange={(event) => void choose(event.target.value as LanguageChoice)}
        />
        <Problem>{problem}</Problem>
      </Section>
    </>
  )
}
