import { Ellipsis } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessagePartsFragment } from '../generated.ts'
import { Menu, MenuItem, type MenuHandle } from '../ui/Menu.tsx'
import { EmojiRow } from './EmojiRow.tsx'
import { useMessageActions } from './messageActions.tsx'
import styles from './MessageMenu.module.css'

interface MessageMenuProps {
  message: MessagePartsFragment
  isOwn: boolean
  /** Whether its row is the one that the keyboard stands on: of a long list, Tab comes to one menu. */
  isCurrent: boolean
  handle: Ref<MenuHandle>
}

/** What can be done with a message. Its button shows where the pointer or the focus is; a long press opens it too. */
export function MessageMenu({ message, isOwn, isCurrent, handle }: MessageMenuProps) {
  const { t } = useTranslation()
  const actionsOf = useMessageActions()
  return (
    <div className={styles.place} data-own={isOwn}>
      <Menu
        label={t('messages.actions')}
        buttonClass={styles.button}
        isTabStop={isCurrent}
        handle={handle}
        face={<Ellipsis size={18} />}
      >
        {!message.deletedAt && <EmojiRow message={message} />}
        {actionsOf(message).map(({ key, label, icon, danger, run }) => (
          <MenuItem key={key} icon={icon} danger={danger ?? false} onSelect={run}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}
