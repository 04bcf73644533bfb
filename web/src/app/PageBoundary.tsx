import { TriangleAlert } from 'lucide-react'
import { Component, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

/**
 * Keeps a fault on one page from taking everything away: one that is drawn wrongly, or whose files are gone since the
 * server has a newer version. Give it the address as its key, so that another page begins anew.
 */
export class PageBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Failed /> : this.props.children
  }
}

function Failed() {
  const { t } = useTranslation()
  // A page whose files were never here: it may come as soon as the network does.
  useEffect(() => {
    if (navigator.onLine) return
    const again = () => location.reload()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [])
  return (
    <EmptyState icon={<TriangleAlert size={26} />} title={t('app.failedTitle')}>
      <p>{navigator.onLine ? t('app.failedText') : t('app.failedOffline')}</p>
      <Button look="primary" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </EmptyState>
  )
}
