import { PinOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { UnpinMessageDocument } from '../generated.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Problem } from '../ui/Problem.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { useAction } from '../ui/useAction.ts'
import { PanelMessage } from './PanelMessage.tsx'
import styles from './Panels.module.css'
import { textOf } from './Quote.tsx'
import type { Pin } from './usePins.ts'

interface PinsPanelProps {
  pins: readonly Pin[]
  mayPin: boolean
  onShow(messageId: string): void
  onClose(): void
}

/** All that is pinned in a conversation. */
export default function PinsPanel({ pins, mayPin, onShow, onClose }: PinsPanelProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const { act: unpin, problem } = useAction(async (messageId: string) => {
    await change(client, UnpinMessageDocument, { input: { messageId } })
  })
  return (
    <SidePanel title={t('messages.pinnedMessages')} onClose={onClose}>
      <div className={styles.content}>
        <Problem>{problem}</Problem>
        {pins.length === 0 && <p className={styles.empty}>{t('messages.nothingPinned')}</p>}
        <ul>
          {pins.map(({ message }) => (
            <li key={message.id} className={styles.item}>
              <PanelMessage message={message} onShow={onShow}>
                {textOf(message, t)}
              </PanelMessage>
              {mayPin && (
                <IconButton label={t('messages.unpin')} onClick={() => void unpin(message.id)}>
                  <PinOff size={16} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      </div>
    </SidePanel>
  )
}
