import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ItemRow } from '../settings/ItemRow.tsx'
import { Section } from '../settings/Section.tsx'
import { atHandle } from '../ui/atHandle.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { PagedList } from '../ui/PagedList.tsx'
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
    <Section
      title={t('integrations.bots.name')}
      about={t('integrations.bots.about')}
      action={
        <Button look="primary" onClick={() => setCreating(true)}>
          <Plus size={17} aria-hidden="true" />
          {t('integrations.bots.create')}
        </Button>
      }
    >
      <PagedList
        list={list}
        label={t('integrations.bots.name')}
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
      </PagedList>
      {isCreating && <CreateBotDialog onClose={() => setCreating(false)} />}
    </Section>
  )
}
