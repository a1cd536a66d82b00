import type { ReactNode } from 'react';
import {
  DataTable,
  useDataTableColumnFilterContext,
  useDataTableRenderContext,
  useDataTableStoreContext,
  useStore,
  type DataTableColumnProps,
  type RaRecord,
} from 'react-admin';
import ListItemIcon from '@mui/material/ListItemIcon';
import MenuItem from '@mui/material/MenuItem';
import ShownIcon from '@mui/icons-material/CheckBox';
import HiddenIcon from '@mui/icons-material/CheckBoxOutlineBlank';
import type { ListedResource, SortOfResource } from '@tracker/contract';
import { LinksOffTheRow } from './OffTheRow';

/** A column of a resource's table; one that the API cannot sort by says so. */
type ColumnOf<Name extends ListedResource, T extends RaRecord> = Omit<
  DataTableColumnProps<T>,
  'source' | 'sortBy' | 'disableSort'
> &
  (
    | { source?: undefined; disableSort?: undefined }
    | { source: SortOfResource<Name>; disableSort?: undefined }
    | { source: string; disableSort: true }
  );

/** The columns of a resource's table. */
export const columnsOf = <Name extends ListedResource>() =>
  Col as <T extends RaRecord>(props: ColumnOf<Name, T>) => ReactNode;

/** A column of a table, and its entry where the columns to show are chosen. */
function Col<T extends RaRecord>(props: DataTableColumnProps<T>) {
  const choosing = useDataTableRenderContext() === 'columnsSelector';
  const { source, label, render } = props;
  if (!choosing) {
    const cell = render && ((record: T) => <LinksOffTheRow>{render(record)}</LinksOffTheRow>);
    return <DataTable.Col<T> {...props} render={cell} />;
  }
  // A label that is no text keeps a column out of the choice.
  return typeof label === 'string' && source ? <ColumnChoice name={source} label={label} /> : null;
}

/** react-admin's own entry has no role its list may hold, and a switch inside an option. */
function ColumnChoice({ name, label }: { name: string; label: string }) {
  const { storeKey, defaultHiddenColumns } = useDataTableStoreContext();
  const [hidden, setHidden] = useStore<string[]>(storeKey, defaultHiddenColumns);
  const wanted = useDataTableColumnFilterContext() ?? '';
  if (!label.toLowerCase().includes(wanted.toLowerCase())) return null;
  const shown = !hidden.includes(name);
  return (
    <MenuItem
      dense
      role="menuitemcheckbox"
      aria-checked={shown}
      onClick={() => setHidden(shown ? [...hidden, name] : hidden.filter((each) => each !== name))}
    >
      <ListItemIcon>{shown ? <ShownIcon color="primary" /> : <HiddenIcon />}</ListItemIcon>
      {label}
    </MenuItem>
  );
}
