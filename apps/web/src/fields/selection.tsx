import type { ReactNode } from 'react';
import { useListContext, type RaRecord } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { OffTheRow } from './OffTheRow';

// react-admin's own boxes and bar pass their labels in a way MUI 9 no longer takes, which leaves
// the boxes without a name; these have one.

interface SelectRowProps {
  id: RaRecord['id'];
  name: string;
  disabled?: boolean;
}

/** Ticks one record of the list. */
export function SelectRow({ id, name, disabled }: SelectRowProps) {
  const { selectedIds, onToggleItem } = useListContext();
  return (
    <OffTheRow>
      <Checkbox
        size="small"
        checked={selectedIds.includes(id)}
        disabled={disabled}
        onChange={() => onToggleItem(id)}
        slotProps={{ input: { 'aria-label': `Select ${name}` } }}
        sx={{ p: 0.5 }}
      />
    </OffTheRow>
  );
}

/** Ticks every record of the page that may be ticked, or none. */
export function SelectPage<T extends RaRecord>({
  selectable,
}: {
  selectable: (record: T) => boolean;
}) {
  const { data = [], selectedIds, onSelect } = useListContext<T>();
  const ids = data.filter(selectable).map(({ id }) => id);
  const ticked = ids.filter((id) => selectedIds.includes(id));
  const all = ids.length > 0 && ticked.length === ids.length;
  const others = selectedIds.filter((id) => !ids.includes(id));
  return (
    <Checkbox
      size="small"
      checked={all}
      indeterminate={!all && ticked.length > 0}
      disabled={ids.length === 0}
      onChange={() => onSelect(all ? others : [...others, ...ids])}
      slotProps={{ input: { 'aria-label': 'Select all on this page' } }}
      sx={{ p: 0.5 }}
    />
  );
}

/** What can be done with the ticked records; there while any are. */
export function SelectionBar({ children }: { children: ReactNode }) {
  const { selectedIds, onUnselectItems } = useListContext();
  const some = selectedIds.length > 0;
  return (
    <Box
      role="region"
      aria-label="Selected schools"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 3,
        display: some ? 'flex' : 'none',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 1.5,
        py: 0.75,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'action.selected',
      }}
    >
      <Typography role="status" sx={{ fontWeight: 650, mr: 1 }}>
        {selectedIds.length} selected
      </Typography>
      {children}
      <Button size="small" onClick={() => onUnselectItems()}>
        Clear the selection
      </Button>
    </Box>
  );
}
