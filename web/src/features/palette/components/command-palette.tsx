import { Modal } from '@mantine/core';

interface CommandPaletteProps {
  mode?: 'create' | undefined;
  onClose: () => void;
}

export default function CommandPalette({ onClose }: CommandPaletteProps) {
  return <Modal opened onClose={onClose} />;
}
