import { MessagesSquare } from 'lucide-react'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Switch, useLocation, useRoute } from 'wouter'
import { Sidebar } from '../conversations/Sidebar.tsx'
import { useSayAvailability } from '../presence/useSayAvailability.ts'
import { useSayDelivered } from '../receipts/useSayDelivered.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './ChatPages.module.css'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import {
  ChannelsPage,
  ConversationPage,
  JoinPage,
  NotificationsPage,
  preloadConversation,
  SearchPage,
  Settings,
} from './pages.ts'

/** Conversations beside the open one; on a phone, one or the other. */
export function ChatPages() {
  const { t } = useTranslation()
  const [path] = useLocation()
  const [isHome] = useRoute('/')
  useSayAvailability()
  useSayDelivered()
  const [, conversation] = useRoute('/c/:id')
  useEffect(preloadConversation, [])
  const content = useFocusOnPage(path)
  return (
    <div className={styles.pages} data-home={isHome}>
      <a className={styles.skip} href="#content">
        {t('app.skipToContent')}
      </a>
      <Sidebar openId={conversation?.id} />
      <div className={styles.content}>
        <ConnectionBanner />
        <div ref={content} className={styles.page} id="content" tabIndex={-1}>
          <PageBoundary key={path.startsWith('/settings') ? 'settings' : path}>
            <Suspense>
              <Switch>
                <Route path="/c/:id">{({ id }) => <ConversationPage key={id} id={id} />}</Route>
                <Route path="/settings/:path?">{({ path }) => <Settings path={path} />}</Route>
                <Route path="/channels" component={ChannelsPage} />
                <Route path="/notifications" component={NotificationsPage} />
                <Route path="/search" component={SearchPage} />
                <Route path="/join/:code">{({ code }) => <JoinPage key={code} code={code} />}</Route>
                <Route>
                  <EmptyState icon={<MessagesSquare size={26} />} title={t('app.chooseTitle')}>
                    <p>{t('app.chooseText')}</p>
                  </EmptyState>
                </Route>
              </Switch>
            </Suspense>
          </PageBoundary>
        </div>
      </div>
      <LiveRegion openId={conversation?.id} />
    </div>
  )
}

/** Whoever opens a page from the list of conversations goes on in the page, and not with what is next in the list. */
function useFocusOnPage(path: string) {
  const content = useRef<HTMLDivElement>(null)
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    if (!content.current?.contains(document.activeElement)) content.current?.focus({ preventScroll: true })
  }, [path])
  return content
}
