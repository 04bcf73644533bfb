import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../api/problemOf.ts'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Section } from '../settings/Section.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Problem } from '../ui/Problem.tsx'
import {
  NotificationSettingsDocument,
  UpdateNotificationSettingsDocument,
  type UpdateNotificationSettingsInput,
} from './generated.ts'
import { PushSection } from './PushSection.tsx'
import { QuietHoursSection } from './QuietHoursSection.tsx'
import type { SettingsSectionProps } from './settingsSectionProps.ts'

type Settings = SettingsSectionProps['settings']

const kinds = ['MENTION', 'EVERYONE', 'REPLY', 'DIRECT_MESSAGE', 'ADDED', 'REACTION'] as const

/** What one is told, when, and where. Each change is saved as it is made. */
export function NotificationSettings() {
  const { t } = useTranslation()
  const { client } = useChat()
  const [settings, setSettings] = useState<Settings | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const saved = useRef(Promise.resolve())
  useEffect(() => {
    void read(client, NotificationSettingsDocument, {}).then(
      ({ notificationSettings }) => setSettings(notificationSettings),
      (error) => setProblem(problemOf(error)),
    )
  }, [client])
  if (!settings) return <Problem>{problem}</Problem>
  // Shown at once, and saved one after the other: whoever ticks quickly loses nothing.
  const save = (input: UpdateNotificationSettingsInput) => {
    setSettings({ ...settings, ...(input as Partial<Settings>) })
    setProblem(null)
    saved.current = saved.current
      .then(async () => void (await change(client, UpdateNotificationSettingsDocument, { input })))
      .catch((error: unknown) => setProblem(problemOf(error)))
  }
  const toggle = (kind: (typeof kinds)[number], isOn: boolean) =>
    save({ kinds: isOn ? [...settings.kinds, kind] : settings.kinds.filter((one) => one !== kind) })
  return (
    <>
      <Problem>{problem}</Problem>
      <Section title={t('notifications.set.kinds')} about={t('notifications.set.kindsAbout')}>
        <div>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`notifications.set.kind.${kind}`)}
              checked={settings.kinds.includes(kind)}
              onChange={(event) => toggle(kind, event.target.checked)}
            />
          ))}
        </div>
      </Section>
      <QuietHoursSection settings={settings} save={save} />
      <PushSection settings={settings} save={save} />
    </>
  )
}
