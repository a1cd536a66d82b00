import type { Visit } from '@tracker/contract';
import { CancelDialog, ConfirmDialog, NotHeldDialog } from './simple-commands';
import { MoveDialog } from './MoveDialog';
import type { DialogCommand } from './VisitCommands';

interface CommandDialogProps {
  command: DialogCommand;
  visit: Visit;
  onClose: () => void;
}

const DIALOGS = {
  schedule: MoveDialog,
  confirm: ConfirmDialog,
  not_held: NotHeldDialog,
  cancel: CancelDialog,
};

export default function CommandDialog({ command, visit, onClose }: CommandDialogProps) {
  const Chosen = DIALOGS[command];
  return <Chosen visit={visit} onClose={onClose} />;
}
