import type { ReactNode } from 'react'
import { Virtualizer } from 'virtua'
import styles from './MessageList.module.css'
import { MessageRow } from './MessageRow.tsx'
import type { TimelineRow } from './timelineRows.ts'
import type { ListScroll } from './useListScroll.ts'
import type { MessageFocus } from './useMessageFocus.ts'

interface MessageListProps {
  rows: readonly TimelineRow[]
  scroll: ListScroll
  label: string
  focus: MessageFocus
  /** Shown in the place of rows where there are none. */
  children: ReactNode
}

/** Messages from oldest to newest, of which only those on the screen and around it are drawn. */
export function MessageList({ rows, scroll, label, focus, children }: MessageListProps) {
  const { scroller, virtualizer, shift, epoch, marked, onScroll } = scroll
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={onScroll}
      onFocus={focus.onFocus}
      onKeyDown={focus.onKeyDown}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      {rows.length > 0 && <div className={styles.space} />}
      {rows.length > 0 && (
        <div role="feed" aria-label={label} className={styles.content}>
          <Virtualizer
            key={epoch}
            ref={virtualizer}
            scrollRef={scroller}
            shift={shift}
            data={rows}
            keepMounted={focus.kept}
            bufferSize={500}
          >
            {(row, index) => <MessageRow key={row.key} row={row} index={index} isMarked={row.key === marked} />}
          </Virtualizer>
        </div>
      )}
      {children}
    </div>
  )
}
