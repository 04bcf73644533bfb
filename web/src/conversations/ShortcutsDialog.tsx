import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './ShortcutsDialog.module.css'

/** Which keys do what. Where several are named, each does it. */
const shortcuts = [
  ['Enter', 'send'],
  ['Shift+Enter', 'line'],
  ['↑', 'editLast'],
  ['@', 'mention'],
  ['↑ ↓', 'move'],
  ['Enter ', 'menu'],
  ['R', 'reply'],
  ['T', 'thread'],
  ['E', 'edit'],
  ['P', 'pin'],
  ['F', 'forward'],
  ['C', 'copy'],
  ['L', 'copyLink'],
  ['H', 'versions'],
  ['Delete', 'delete'],
  ['Esc', 'back'],
  ['/', 'search'],
  ['?', 'help'],
] as const

/** The keys of a conversation. */
export default function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('messages.shortcuts.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {shortcuts.map(([keys, name]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys.trim()}</kbd>
            </dt>
            <dd>{t(`messages.shortcuts.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
