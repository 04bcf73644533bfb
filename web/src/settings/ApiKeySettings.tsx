import { KeyRound, Plus } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { useSession } from '../session/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { dateTime } from '../ui/times.ts'
import { usePaged } from '../ui/usePaged.ts'
import { CreateApiKeyDialog } from './CreateApiKeyDialog.tsx'
import { MyApiKeysDocument, RevokeApiKeyDocument, type ApiKeyPartsFragment } from './generated.ts'
import { GuestUpgrade } from './GuestUpgrade.tsx'
import { ItemRow } from './ItemRow.tsx'
import { ownPage } from './ownPage.ts'
import { Section } from './Section.tsx'

const pageSize = 50

/** Keys with which programs act for the viewer. */
export function ApiKeySettings() {
  const { t } = useTranslation()
  const { client } = useChat()
  const user = useSession()?.user
  const [dialog, setDialog] = useState<'create' | ApiKeyPartsFragment | null>(null)
  const list = usePaged(
    useCallback(
      async (after: string | null) =>
        ownPage((await read(client, MyApiKeysDocument, { first: pageSize, after })).me?.apiKeys),
      [client],
    ),
  )
  const revoke = async (apiKeyId: string) => {
    await change(client, RevokeApiKeyDocument, { input: { apiKeyId } })
    list.remove(({ id }) => id === apiKeyId)
  }
  if (user?.isGuest) return <GuestUpgrade name={user.name} />
  return (
    <Section
      title={t('settings.apiKeys.title')}
      about={t('settings.apiKeys.about')}
      action={
        <Button look="primary" onClick={() => setDialog('create')}>
          <Plus size={17} aria-hidden="true" />
          {t('settings.apiKeys.create')}
        </Button>
      }
    >
      <PagedList
        list={list}
        label={t('settings.apiKeys.title')}
        empty={t('settings.apiKeys.none')}
        keyOf={({ id }) => id}
      >
        {(key) => <ApiKeyRow apiKey={key} onRevoke={() => setDialog(key)} />}
      </PagedList>
      {dialog === 'create' && <CreateApiKeyDialog onCreated={list.reload} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'create' && (
        <ConfirmDialog
          title={t('settings.apiKeys.revokeTitle', { name: dialog.name })}
          text={t('settings.apiKeys.revokeText')}
          action={t('settings.apiKeys.revoke')}
          run={() => revoke(dialog.id)}
          onClose={() => setDialog(null)}
        />
      )}
    </Section>
  )
}

function ApiKeyRow({ apiKey, onRevoke }: { apiKey: ApiKeyPartsFragment; onRevoke(): void }) {
  const { t } = useTranslation()
  const { name, scopes, expiresAt, lastUsedAt } = apiKey
  return (
    <ItemRow
      icon={<KeyRound size={18} />}
      title={name}
      details={[
        scopes.map((scope) => t(`settings.apiKeys.scope.${scope}`)).join(' · '),
        lastUsedAt ? t('settings.apiKeys.lastUsed', { when: dateTime(lastUsedAt) }) : t('settings.apiKeys.neverUsed'),
        expiresAt !== null && t('settings.apiKeys.expires', { when: dateTime(expiresAt) }),
      ]}
      action={
        <Button aria-label={t('settings.apiKeys.revokeNamed', { name })} onClick={onRevoke}>
          {t('settings.apiKeys.revoke')}
        </Button>
      }
    />
  )
}
