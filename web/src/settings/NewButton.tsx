import { Plus } from 'lucide-react'
import { Button } from '../ui/Button.tsx'

interface NewButtonProps {
  look?: 'primary' | 'plain'
  label: string
  onClick(): void
}

/** Begins one more of what a list holds. */
export function NewButton({ look = 'primary', label, onClick }: NewButtonProps) {
  return (
    <Button look={look} onClick={onClick}>
      <Plus size={17} aria-hidden="true" />
      {label}
    </Button>
  )
}
