import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import styles from './EarlierMessages.module.css'
import type { TimelineView } from './useTimeline.ts'

interface EarlierMessagesProps {
  timeline: TimelineView
  scroller: RefObject<HTMLElement | null>
}

/** Stands above the oldest message that is there, and fetches those before it as it comes near. */
export function EarlierMessages({ timeline, scroller }: EarlierMessagesProps) {
  const { t } = useTranslation()
  const { hasEarlier, isLoadingEarlier, earlierProblem, loadEarlier } = timeline
  const mark = useRef<HTMLDivElement>(null)
  const load = useRef(loadEarlier)
  useEffect(() => {
    load.current = loadEarlier
  })
  const isReady = hasEarlier && !isLoadingEarlier && !earlierProblem
  useEffect(() => {
    if (!isReady || !mark.current) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void load.current()
      },
      { root: scroller.current, rootMargin: '600px 0px 0px' },
    )
    observer.observe(mark.current)
    return () => observer.disconnect()
  }, [isReady, scroller])
  if (!hasEarlier) return null
  return (
    <div ref={mark} className={styles.mark}>
      {earlierProblem ? (
        <Button onClick={() => void loadEarlier()}>{t('messages.earlierProblem', { problem: earlierProblem })}</Button>
      ) : (
        <span role="status">{t('messages.loadingEarlier')}</span>
      )}
    </div>
  )
}
