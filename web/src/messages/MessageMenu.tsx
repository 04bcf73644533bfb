import { Copy, Ellipsis, Pencil, Reply, Trash2 } from 'lucide-react'
import { useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessagePartsFragment } from '../generated.ts'
import { copyText } from '../ui/copyText.ts'
import { Menu, MenuItem, type MenuHandle } from '../ui/Menu.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { EmojiRow } from './EmojiRow.tsx'
import styles from './MessageMenu.module.css'
import { useTimelineContext } from './TimelineContext.ts'

interface MessageMenuProps {
  message: MessagePartsFragment
  isOwn: boolean
  handle: Ref<MenuHandle>
  onEdit(): void
}

/** What can be done with a message. Its button shows where the pointer or the focus is; a long press opens it too. */
export function MessageMenu({ message, isOwn, handle, onEdit }: MessageMenuProps) {
  const { t } = useTranslation()
  const [isDeleting, setDeleting] = useState(false)
  const { onReply } = useTimelineContext()
  const isThere = !message.deletedAt
  return (
    <div className={styles.place} data-own={isOwn}>
      <Menu label={t('messages.actions')} buttonClass={styles.button} handle={handle} face={<Ellipsis size={18} />}>
        {isThere && <EmojiRow message={message} />}
        {isThere && (
          <MenuItem icon={<Reply size={17} />} onSelect={() => onReply(message)}>
            {t('messages.reply')}
          </MenuItem>
        )}
        {isThere && (
          <MenuItem icon={<Copy size={17} />} onSelect={() => void copyText(message.text)}>
            {t('messages.copyText')}
          </MenuItem>
        )}
        {isThere && isOwn && (
          <MenuItem icon={<Pencil size={17} />} onSelect={onEdit}>
            {t('messages.edit')}
          </MenuItem>
        )}
        <MenuItem icon={<Trash2 size={17} />} danger onSelect={() => setDeleting(true)}>
          {t('messages.delete')}
        </MenuItem>
      </Menu>
      {isDeleting && <DeleteDialog message={message} isOwn={isOwn} onClose={() => setDeleting(false)} />}
    </div>
  )
}
