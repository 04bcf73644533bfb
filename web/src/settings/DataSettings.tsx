import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { session } from '../session/browserSession.ts'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { useAction } from '../ui/useAction.ts'
import { DeleteAccountDialog } from './DeleteAccountDialog.tsx'
import { MyDataDocument } from './generated.ts'
import { Section } from './Section.tsx'

/** What is kept of one, and how to end it. */
export function DataSettings() {
  const { t } = useTranslation()
  const { client } = useChat()
  const [isDeleting, setDeleting] = useState(false)
  const download = useAction(async () => {
    const { exportMyData } = await read(client, MyDataDocument, {})
    const { collectMyData } = await import('./collectMyData.ts')
    saveFile('parley-data.ndjson', await collectMyData(session, exportMyData))
  })
  return (
    <>
      <Section title={t('settings.data.export')} about={t('settings.data.exportAbout')}>
        <Problem>{download.problem}</Problem>
        <Button disabled={download.isBusy} onClick={() => void download.act()}>
          {t('settings.data.download')}
        </Button>
      </Section>
      <Section title={t('settings.data.delete')} about={t('settings.data.deleteAbout')} danger>
        <Button look="danger" onClick={() => setDeleting(true)}>
          {t('settings.data.deleteOpen')}
        </Button>
      </Section>
      {isDeleting && <DeleteAccountDialog onClose={() => setDeleting(false)} />}
    </>
  )
}
