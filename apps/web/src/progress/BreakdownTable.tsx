import { useState } from 'react';
import Box from '@mui/material/Box';
import TablePagination from '@mui/material/TablePagination';
import TableSortLabel from '@mui/material/TableSortLabel';
import type { ProgressGroup } from '@tracker/contract';
import { FIGURES_TABLE } from '../charts';
import { visuallyHidden } from '../layout/hidden';
import type { Column } from './breakdown-columns';

const ON_A_PAGE = 25;

interface Order {
  /** Of the column; null for the groups' own order. */
  key: string | null;
  descending: boolean;
}

interface BreakdownTableProps {
  caption: string;
  columns: readonly Column[];
  groups: readonly ProgressGroup[];
}

/** Every group with its numbers, in the order of any column, 25 on a page. */
export function BreakdownTable({ caption, columns, groups }: BreakdownTableProps) {
  const [order, setOrder] = useState<Order>({ key: null, descending: false });
  const [page, setPage] = useState(0);
  const rows = ordered(groups, columns, order);
  const last = Math.max(0, Math.ceil(rows.length / ON_A_PAGE) - 1);
  const shown = Math.min(page, last);
  const orderBy = (key: string) => {
    // Numbers are looked at from the greatest on, names from A.
    const first = key !== columns[0]?.key;
    setOrder({ key, descending: order.key === key ? !order.descending : first });
    setPage(0);
  };
  return (
    <>
      <Box
        role="region"
        aria-label={caption}
        tabIndex={0}
        sx={{ overflowX: 'auto', position: 'relative' }}
      >
        <Box component="table" sx={FIGURES_TABLE}>
          <caption style={visuallyHidden}>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ key, words }) => (
                <th key={key} scope="col" aria-sort={sortOf(order, key)}>
                  <TableSortLabel
                    active={order.key === key}
                    direction={order.descending ? 'desc' : 'asc'}
                    onClick={() => orderBy(key)}
                  >
                    {words}
                  </TableSortLabel>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(shown * ON_A_PAGE, (shown + 1) * ON_A_PAGE).map((group) => (
              <tr key={group.key ?? group.label}>
                {columns.map(({ key, cell }, at) =>
                  at === 0 ? (
                    <th key={key} scope="row">
                      {cell(group)}
                    </th>
                  ) : (
                    <td key={key}>{cell(group)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      {rows.length > ON_A_PAGE && (
        <TablePagination
          component="div"
          count={rows.length}
          page={shown}
          rowsPerPage={ON_A_PAGE}
          rowsPerPageOptions={[ON_A_PAGE]}
          onPageChange={(_, next) => setPage(next)}
        />
      )}
    </>
  );
}

const sortOf = (order: Order, key: string) =>
  order.key !== key ? undefined : order.descending ? 'descending' : 'ascending';

function ordered(
  groups: readonly ProgressGroup[],
  columns: readonly Column[],
  { key, descending }: Order,
): readonly ProgressGroup[] {
  const column = columns.find((one) => one.key === key);
  if (!column) return groups;
  const sign = descending ? -1 : 1;
  return [...groups].sort((one, other) => {
    const [a, b] = [column.value(one), column.value(other)];
    return (
      sign *
      (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)))
    );
  });
}
