import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ItemRow } from '../settings/ItemRow.tsx'
import { ListSection } from '../settings/ListSection.tsx'
import { NewButton } from '../settings/NewButton.tsx'
import { atHandle } from '../ui/atHandle.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { botPath } from './addresses.ts'
import { CreateBotDialog } from './CreateBotDialog.tsx'
import styles from './integrations.module.css'
import { useBots } from './useBots.ts'

/** All bots of the viewer. */
export function BotList() {
  const { t } = useTranslation()
  const [isCreating, setCreating] = useState(false)
  const list = useBots()
  return (
    <>
      <ListSection
        title={t('integrations.bots.name')}
        about={t('integrations.bots.about')}
        action={<NewButton label={t('integrations.bots.create')} onClick={() => setCreating(true)} />}
        list={list}
        empty={t('integrations.bots.none')}
        keyOf={({ id }) => id}
      >
        {({ id, name, handle, avatarUrl, statusText }) => (
          <ItemRow
            avatar={<Avatar id={id} name={name} url={avatarUrl} size={38} />}
            title={<span dir="auto">{name}</span>}
            details={[handle !== null && atHandle(handle), statusText ?? false]}
            action={
              <Link
                href={botPath(id)}
                className={styles.link}
                aria-label={t('integrations.bots.manageNamed', { name })}
              >
                {t('integrations.bots.manage')}
              </Link>
            }
          />
        )}
      </ListSection>
      {isCreating && <CreateBotDialog onClose={() => setCreating(false)} />}
    </>
  )
}
