/** Long enough for what was asked for to be there first. */
const waitMs = 3_000

/** What opens within a conversation: each is a file of its own. */
const parts = [
  () => import('../attachments/Tray.tsx'),
  () => import('../messages/ThreadPanel.tsx'),
  () => import('../members/DetailsPanel.tsx'),
  () => import('../messages/SearchPanel.tsx'),
  () => import('../messages/PinsPanel.tsx'),
  () => import('../attachments/FileView.tsx'),
  () => import('../messages/ForwardDialog.tsx'),
  () => import('../messages/EditsDialog.tsx'),
  () => import('../messages/ReactionsDialog.tsx'),
  () => import('../messages/ScheduleDialog.tsx'),
  () => import('./RowDialog.tsx'),
]

/** Loads, a while after the page of conversations, what may be opened in it: so that it opens without a wait, and without a network too. */
export async function preloadParts(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  // One that cannot be loaded is asked for again when it is opened.
  for (const load of parts) await load().catch(() => {})
}
