import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './CopyField.module.css'
import { copyText } from './copyText.ts'

interface CopyFieldProps {
  label: string
  value: string
  /** Shown while there is no value yet. */
  placeholder?: string
}

/** Text to take along: it is selected when one comes to it, and a button copies it. */
export function CopyField({ label, value, placeholder }: CopyFieldProps) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => setCopied(false), [value])
  return (
    <div className={styles.line}>
      <input
        readOnly
        aria-label={label}
        value={value}
        placeholder={placeholder}
        dir="ltr"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <Button look="primary" disabled={!value} onClick={() => void copyText(value).then(setCopied)}>
        {isCopied ? <Check size={18} aria-hidden="true" /> : <Copy size={18} aria-hidden="true" />}
        {isCopied ? t('ui.copied') : t('ui.copy')}
      </Button>
      <span className="visually-hidden" role="status">
        {isCopied ? t('ui.onClipboard') : ''}
      </span>
    </div>
  )
}
