import { useRefresh } from 'react-admin';
import type { TakingBack } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { useAsOpened } from '../providers/use-as-opened';
import { ToSchoolDialog } from './ToSchoolDialog';
import { UnvoidDialog } from './UnvoidDialog';
import { VoidDialog } from './VoidDialog';

const DIALOGS = { void: VoidDialog, unvoid: UnvoidDialog, to_school: ToSchoolDialog };

interface TakeBackDialogProps {
  how: TakingBack;
  visit: Visit;
  onClose: () => void;
}

export default function TakeBackDialog({ how, visit, onClose }: TakeBackDialogProps) {
  const opened = useAsOpened(visit);
  const refresh = useRefresh();
  const Chosen = DIALOGS[how];
  const close = () => {
    onClose();
    refresh();
  };
  return <Chosen visit={opened} onClose={close} />;
}
