import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import { Section } from '../settings/Section.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { pushState, switchPushOff, switchPushOn, type PushState } from './push.ts'
import type { SettingsSectionProps } from './settingsSectionProps.ts'

const about = {
  unsupported: 'notifications.set.pushUnsupported',
  denied: 'notifications.set.pushDenied',
  off: 'notifications.set.pushOff',
  on: 'notifications.set.pushOn',
} as const

/** Push messages: in this browser, when, and what they may say. The permission is asked for by the button alone. */
export function PushSection({ settings, save }: SettingsSectionProps) {
  const { t } = useTranslation()
  const { client, viewerId } = useChat()
  const [state, setState] = useState<PushState | null>(null)
  useEffect(() => {
    void pushState(viewerId).then(setState)
  }, [viewerId])
  const turn = useAction(async () =>
    setState(await (state === 'on' ? switchPushOff(client, viewerId) : switchPushOn(client, viewerId))),
  )
  return (
    <Section
      title={t('notifications.set.push')}
      about={state ? t(about[state]) : undefined}
      action={
        (state === 'on' || state === 'off') && (
          <Button disabled={turn.isBusy} look={state === 'on' ? 'plain' : 'primary'} onClick={() => void turn.act()}>
            {t(state === 'on' ? 'notifications.set.turnOff' : 'notifications.set.turnOn')}
          </Button>
        )
      }
    >
      <Problem>{turn.problem}</Problem>
      <div>
        <Checkbox
          label={t('notifications.set.offlineOnly')}
          hint={t('notifications.set.offlineOnlyAbout')}
          checked={settings.offlineOnly}
          onChange={(event) => save({ offlineOnly: event.target.checked })}
        />
        <Checkbox
          label={t('notifications.set.includeText')}
          hint={t('notifications.set.includeTextAbout')}
          checked={settings.includeText}
          onChange={(event) => save({ includeText: event.target.checked })}
        />
      </div>
    </Section>
  )
}
