import { KeyRound } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { dateTime } from '../ui/times.ts'
import { usePaged } from '../ui/usePaged.ts'
import { CreateApiKeyDialog } from './CreateApiKeyDialog.tsx'
import { ApiKeysOfDocument, RevokeApiKeyDocument, type ApiKeyPartsFragment } from './generated.ts'
import { ItemRow } from './ItemRow.tsx'
import { ownPage } from './ownPage.ts'
import { ListSection } from './ListSection.tsx'
import { NewButton } from './NewButton.tsx'

const pageSize = 50

interface ApiKeyListProps {
  /** Whose keys: the viewer, or a bot of theirs. */
  ownerId: string
  /** Where it is a bot. */
  botId?: string
  about: string
}

/** Keys with which programs act for somebody. */
export function ApiKeyList({ ownerId, botId, about }: ApiKeyListProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [dialog, setDialog] = useState<'create' | ApiKeyPartsFragment | null>(null)
  const list = usePaged(
    useCallback(
      async (after: string | null) =>
        ownPage((await read(client, ApiKeysOfDocument, { id: ownerId, first: pageSize, after })).user?.apiKeys),
      [client, ownerId],
    ),
  )
  const revoke = async (apiKeyId: string) => {
    await change(client, RevokeApiKeyDocument, { input: { apiKeyId } })
    list.remove(({ id }) => id === apiKeyId)
  }
  return (
    <>
      <ListSection
        title={t('settings.apiKeys.title')}
        about={about}
        action={<NewButton label={t('settings.apiKeys.create')} onClick={() => setDialog('create')} />}
        list={list}
        empty={t('settings.apiKeys.none')}
        keyOf={({ id }) => id}
      >
        {(key) => <ApiKeyRow apiKey={key} onRevoke={() => setDialog(key)} />}
      </ListSection>
      {dialog === 'create' && (
        <CreateApiKeyDialog botId={botId} onCreated={list.reload} onClose={() => setDialog(null)} />
      )}
      {dialog !== null && dialog !== 'create' && (
        <ConfirmDialog
          title={t('settings.apiKeys.revokeTitle', { name: dialog.name })}
          text={t('settings.apiKeys.revokeText')}
          action={t('settings.apiKeys.revoke')}
          run={() => revoke(dialog.id)}
          onClose={() => setDialog(null)}
        />
      )}
    </>
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
