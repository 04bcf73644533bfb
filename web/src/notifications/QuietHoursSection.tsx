import { useTranslation } from 'react-i18next'
import { Section } from '../settings/Section.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import styles from './QuietHoursSection.module.css'
import type { SettingsSectionProps } from './settingsSectionProps.ts'

/** Do-not-disturb hours, by the clock of where the browser is when they are set. */
export function QuietHoursSection({ settings: { quietHours }, save }: SettingsSectionProps) {
  const { t } = useTranslation()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const set = (change: { start?: string; end?: string }) => {
    const next = { start: '22:00', end: '07:00', ...quietHours, ...change, timeZone }
    // While a time is being typed it is empty, or the same as the other.
    if (next.start && next.end && next.start !== next.end) {
      save({ quietHours: { start: next.start, end: next.end, timeZone } })
    }
  }
  return (
    <Section title={t('notifications.set.quiet')} about={t('notifications.set.quietAbout')}>
      <Checkbox
        label={t('notifications.set.quietOn')}
        hint={t('notifications.set.zone', { zone: quietHours?.timeZone ?? timeZone })}
        checked={quietHours !== null}
        onChange={(event) => (event.target.checked ? set({}) : save({ quietHours: null }))}
      />
      {quietHours && (
        <div className={styles.times}>
          <Field
            label={t('notifications.set.from')}
            type="time"
            defaultValue={quietHours.start}
            onChange={(event) => set({ start: event.target.value })}
          />
          <Field
            label={t('notifications.set.to')}
            type="time"
            defaultValue={quietHours.end}
            onChange={(event) => set({ end: event.target.value })}
          />
        </div>
      )}
    </Section>
  )
}
