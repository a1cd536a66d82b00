import { useListContext, type RaRecord } from 'react-admin';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useListSettling } from './list-settling';
import { OffTheRow } from './OffTheRow';

// react-admin's own boxes and bar pass their labels in a way MUI 9 no longer takes, which leaves
// the boxes without a name; these have one.

/** Where the bar of what can be done stands, for those who come by keyboard. */
export const SELECTION_BAR_ID = 'selection-bar';

interface SelectRowProps {
  id: RaRecord['id'];
  name: string;
  disabled?: boolean;
}

/** Ticks one record of the list. From a ticked one the bar is one Tab away. */
export function SelectRow({ id, name, disabled }: SelectRowProps) {
  const { selectedIds, onToggleItem } = useListContext();
  const settling = useListSettling();
  const ticked = selectedIds.includes(id);
  return (
    <OffTheRow>
      <Checkbox
        size="small"
        checked={ticked}
        disabled={disabled || settling}
        onChange={() => onToggleItem(id)}
        slotProps={{ input: { 'aria-label': `Select ${name}` } }}
        sx={{ p: 0.5 }}
      />
      {ticked && (
        <Button
          size="small"
          variant="contained"
          onClick={() => document.getElementById(SELECTION_BAR_ID)?.focus()}
          sx={UNTIL_FOCUSED}
        >
          Skip to actions for the {selectedIds.length} selected
        </Button>
      )}
    </OffTheRow>
  );
}

const UNTIL_FOCUSED = {
  position: 'absolute',
  zIndex: 4,
  '&:not(:focus)': {
    width: 1,
    height: 1,
    minWidth: 0,
    p: 0,
    m: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
} as const;

/** Ticks every record of the page that may be ticked, or none. */
export function SelectPage<T extends RaRecord>({
  selectable,
}: {
  selectable: (record: T) => boolean;
}) {
  const { data = [], selectedIds, onSelect } = useListContext<T>();
  const settling = useListSettling();
  const ids = data.filter(selectable).map(({ id }) => id);
  const ticked = ids.filter((id) => selectedIds.includes(id));
  const all = ids.length > 0 && ticked.length === ids.length;
  const others = selectedIds.filter((id) => !ids.includes(id));
  return (
    <Checkbox
      size="small"
      checked={all}
      indeterminate={!all && ticked.length > 0}
      disabled={ids.length === 0 || settling}
      onChange={() => onSelect(all ? others : [...others, ...ids])}
      slotProps={{ input: { 'aria-label': 'Select all on this page' } }}
      sx={{ p: 0.5 }}
    />
  );
}
