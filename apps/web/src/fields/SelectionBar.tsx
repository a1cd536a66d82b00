import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useListContext, type RaRecord } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useListSettling } from './list-settling';
import { SELECTION_BAR_ID } from './selection';
import { useSelectAll } from './use-select-all';

const SelectedDialog = lazy(() => import('./SelectedDialog'));

interface SelectionBarProps<T> {
  /** `Selected schools`. */
  label: string;
  selectable: (record: T) => boolean;
  nameOf: (record: T) => string;
  children: ReactNode;
}

/** What can be done with the ticked records; there while any are, and in sight wherever the list is. */
export function SelectionBar<T extends RaRecord>(props: SelectionBarProps<T>) {
  const { label, selectable, nameOf, children } = props;
  const { data = [], total = 0, selectedIds, onUnselectItems } = useListContext<T>();
  const settling = useListSettling();
  const { selectAll, busy, words } = useSelectAll<T>(selectable);
  const [showing, setShowing] = useState(false);
  const here = data.filter(({ id }) => selectedIds.includes(id));
  const hidden = selectedIds.length - here.length;
  const more = total > data.length && here.length === data.filter(selectable).length;
  return (
    <Box
      role="region"
      id={SELECTION_BAR_ID}
      tabIndex={-1}
      aria-label={label}
      sx={{ ...BAR, display: selectedIds.length > 0 ? 'flex' : 'none' }}
    >
      <Typography role="status" sx={{ fontWeight: 650, mr: 1, whiteSpace: 'nowrap' }}>
        {selectedIds.length.toLocaleString('en-GB')} selected
        {hidden > 0 && `, ${hidden.toLocaleString('en-GB')} not on this page`}
      </Typography>
      {children}
      {more && selectedIds.length < total && (
        <Button size="small" disabled={busy || settling} onClick={() => void selectAll()}>
          {busy ? 'Selecting…' : words}
        </Button>
      )}
      {hidden > 0 && (
        <Button size="small" onClick={() => setShowing(true)}>
          Show
        </Button>
      )}
      <Button size="small" onClick={() => onUnselectItems()}>
        Clear the selection
      </Button>
      <Suspense fallback={null}>
        {showing && (
          <SelectedDialog
            title={label}
            nameOf={nameOf as (record: RaRecord) => string}
            onClose={() => setShowing(false)}
          />
        )}
      </Suspense>
    </Box>
  );
}

/** One line on a wide screen, so that the head of the table can stand below it. */
const BAR = {
  position: 'sticky',
  top: 'var(--list-top, 0px)',
  left: 0,
  zIndex: 3,
  flexWrap: { xs: 'wrap', md: 'nowrap' },
  height: { md: '3rem' },
  overflowX: { md: 'auto' },
  alignItems: 'center',
  gap: 1,
  px: 1.5,
  py: { xs: 0.75, md: 0 },
  borderBottom: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
  backgroundImage: (theme: { palette: { action: { selected: string } } }) =>
    `linear-gradient(${theme.palette.action.selected}, ${theme.palette.action.selected})`,
  '& .MuiButton-root': { flexShrink: 0 },
} as const;
