import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

interface AttachButtonProps {
  className: string | undefined
  onPick(files: Iterable<File>): void
}

/** Opens the choice of files. */
export function AttachButton({ className, onPick }: AttachButtonProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={t('messages.attach')}
        title={t('messages.attach')}
        onClick={() => input.current?.click()}
      >
        <Paperclip size={19} />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-attach=""
        onChange={({ target }) => {
          onPick(target.files ?? [])
          // So that the same file can be chosen again.
          target.value = ''
        }}
      />
    </>
  )
}
