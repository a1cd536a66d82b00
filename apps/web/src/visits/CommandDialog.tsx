import { useRefresh } from 'react-admin';
import type { Visit } from '@tracker/contract';
import { useAsOpened } from '../providers/use-as-opened';
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
  const opened = useAsOpened(visit);
  const refresh = useRefresh();
  const Chosen = DIALOGS[command];
  const close = () => {
    onClose();
    // Somebody may have gone back after hearing that the visit is not what it was.
    refresh();
  };
  return <Chosen visit={opened} onClose={close} />;
}
