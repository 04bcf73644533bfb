import type { ReactNode } from 'react'
import { PagedList } from '../ui/PagedList.tsx'
import { Problem } from '../ui/Problem.tsx'
import type { Paged } from '../ui/usePaged.ts'
import { Section } from './Section.tsx'

interface ListSectionProps<Item> {
  /** Of the section, and of the list to those who hear it. */
  title: string
  about: string
  /** What can be done with all of it. */
  action?: ReactNode
  /** What went wrong with something in the list. */
  problem?: string | null
  list: Paged<Item>
  /** Said where there is nothing. */
  empty: string
  keyOf(item: Item): string
  children(item: Item): ReactNode
}

/** A matter of the settings that is one list. */
export function ListSection<Item>({ title, about, action, problem = null, ...list }: ListSectionProps<Item>) {
  return (
    <Section title={title} about={about} action={action}>
      <Problem>{problem}</Problem>
      <PagedList {...list} label={title} />
    </Section>
  )
}
