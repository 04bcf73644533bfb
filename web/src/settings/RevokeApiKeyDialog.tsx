import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { RevokeApiKeyDocument, type ApiKeyPartsFragment } from './generated.ts'

interface RevokeApiKeyDialogProps {
  apiKey: ApiKeyPartsFragment
  onRevoked(): void
  onClose(): void
}

export function RevokeApiKeyDialog({ apiKey, onRevoked, onClose }: RevokeApiKeyDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const { act, isBusy, problem } = useAction(async () => {
    await change(client, RevokeApiKeyDocument, { input: { apiKeyId: apiKey.id } })
    onRevoked()
    onClose()
  })
  return (
    <Dialog title={t('settings.apiKeys.revokeTitle', { name: apiKey.name })} onClose={onClose}>
      <p>{t('settings.apiKeys.revokeText')}</p>
      <Problem>{problem}</Problem>
      <Button look="danger" disabled={isBusy} onClick={() => void act()}>
        {t('settings.apiKeys.revoke')}
      </Button>
    </Dialog>
  )
}
