import MenuItem from '@mui/material/MenuItem';
import MoreIcon from '@mui/icons-material/MoreVert';
import type { VisitPlanLine } from '@tracker/contract';
import { MenuButton } from '../layout/MenuButton';
import { usePlan } from './plan-context';
import { useLineChanges } from './use-line-changes';

/** All that can be done about a line, dragging included. */
export function LineMenu({ line }: { line: VisitPlanLine }) {
  const { mayChange, open, offers, plan } = usePlan();
  const isOffered = offers.get(line.schoolId)?.state === 'sent';
  const { lock, putBack } = useLineChanges();
  if (!mayChange(line) || line.status === 'accepted') return null;
  return (
    <MenuButton
      label={`What to do about ${line.schoolName}`}
      size="small"
      icon={<MoreIcon />}
      sx={{ alignSelf: 'flex-start' }}
    >
      {(closeMenu) => {
        const item = (words: string, act: () => void) => (
          <MenuItem
            key={words}
            onClick={() => {
              closeMenu();
              act();
            }}
          >
            {words}
          </MenuItem>
        );
        if (line.status === 'dropped') return item('Put back into the plan', () => putBack(line));
        return [
          ...(plan.inUse && !isOffered
            ? [item('Offer days to the school…', () => open('offer', line))]
            : []),
          item('Move…', () => open('move', line)),
          item(line.locked ? 'Unlock' : 'Lock', () => lock(line, !line.locked)),
          item('Leave out this year…', () => open('drop', line)),
          item('The school cannot then…', () => open('cannot', line)),
        ];
      }}
    </MenuButton>
  );
}
