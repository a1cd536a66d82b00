import type { ReactElement, ReactNode } from 'react';
import {
  FilterButton,
  FilterContext,
  FilterForm,
  ListBase,
  Pagination,
  useListContext,
  type ListBaseProps,
  type RaRecord,
} from 'react-admin';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import type { ListedResource } from '@tracker/contract';
import { APP_BAR_HEIGHT } from '../layout/app-bar-height';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import type { OrderOf } from '../providers/list-order';
import { type AnyFilterWords, FilterChips } from './FilterChips';
import { ListSettling } from './list-settling';
import { MatchCount, type Counted } from './MatchCount';
import { useFits } from './use-fits';
import { useSettling } from './use-settling';
import { useTicksOfFilters } from './use-ticks-of-filters';
import { useFiltersInAddress } from './use-filters-in-address';

/** A resource, and an order that the API has for its list. */
type Ordered = {
  [Name in ListedResource]: { resource: Name; sort: OrderOf<Name> };
}[ListedResource];

interface FrameOf<T extends RaRecord> extends Omit<
  ListBaseProps<T>,
  'children' | 'title' | 'empty' | 'render' | 'resource' | 'sort'
> {
  title: string;
  /** Below the title: the list's first answer in words. */
  summary?: ReactNode;
  /** Above the filters: the choices that most come for. */
  presets?: ReactNode;
  /** Words as well, for filters that come with an address from elsewhere. */
  filters?: { inputs: ReactElement[]; words: AnyFilterWords };
  /** What is counted above the rows. */
  counted: Counted;
  /** Beside the filters: columns, export. */
  actions?: ReactNode;
  /** Beside the title: what can be made new. */
  primary?: ReactNode;
  /** In place of everything when there is not a single record and no filter is set. */
  empty?: ReactNode;
  children: ReactNode;
}

type ListFrameProps<T extends RaRecord> = FrameOf<T> & Ordered;

/** Every list's page: title, answer in words, filters, rows, pages. */
export function ListFrame<T extends RaRecord>(props: ListFrameProps<T>) {
  const { title, summary, presets, filters, counted, actions, ...others } = props;
  const { primary, empty, children, ...rest } = others;
  return (
    <ListBase<T> perPage={50} disableSyncWithLocation={false} exporter={false} {...rest}>
      <Frame {...{ title, summary, presets, filters, counted, actions, primary, empty }}>
        {children}
      </Frame>
    </ListBase>
  );
}

type FrameProps = Pick<
  FrameOf<RaRecord>,
  | 'title'
  | 'summary'
  | 'presets'
  | 'filters'
  | 'counted'
  | 'actions'
  | 'primary'
  | 'empty'
  | 'children'
>;

function Frame(props: FrameProps) {
  const { title, summary, presets, filters, counted, actions, ...others } = props;
  const { primary, empty, children } = others;
  useFiltersInAddress();
  useTicksOfFilters();
  const { settling, noteTyping } = useSettling();
  const { data, error, isPending, total, filterValues, selectedIds, refetch } = useListContext();
  const { frame, fits } = useFits<HTMLDivElement>(data);
  const hasInputs = filters !== undefined && filters.inputs.length > 0;
  const bare = !isPending && !error && total === 0 && Object.keys(filterValues).length === 0;
  if (bare && empty) return <>{empty}</>;
  return (
    <>
      <PageHeading title={title} actions={primary}>
        {summary}
      </PageHeading>
      {presets}
      <FilterContext.Provider value={filters?.inputs ?? []}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 1, mb: 1 }}>
          <Box onInput={noteTyping} sx={{ flex: '1 1 18rem', minWidth: 0, '& form': FORM }}>
            {hasInputs && <FilterForm />}
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            {hasInputs && <FilterButton />}
            {actions}
          </Box>
        </Box>
      </FilterContext.Provider>
      {filters && <FilterChips words={filters.words} />}
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <ListSettling.Provider value={settling}>
          <MatchCount {...counted} />
          <Card ref={frame} sx={frameStyles(fits, selectedIds.length > 0)}>
            {children}
          </Card>
        </ListSettling.Provider>
      )}
      {!error && <Pagination rowsPerPageOptions={[25, 50, 100, 250]} />}
    </>
  );
}

/** The head of a table and the bar of what is ticked stay in sight, below the bar of the tracker. */
function frameStyles(fits: boolean, ticked: boolean) {
  return {
    position: 'relative',
    '--list-top': fits ? APP_BAR_HEIGHT : '0px',
    ...(fits
      ? { overflow: 'clip' }
      : { overflow: 'auto', maxHeight: `calc(100dvh - ${APP_BAR_HEIGHT} - 1rem)` }),
    '& .RaDataTable-tableWrapper, & .MuiTableContainer-root': { overflow: 'visible' },
    '& thead th.MuiTableCell-root': {
      position: 'sticky',
      top: ticked ? 'calc(var(--list-top) + 3rem)' : 'var(--list-top)',
      zIndex: 2,
      bgcolor: 'background.paper',
    },
  } as const;
}

/** Narrow fields side by side, and one below the other on a phone. */
const FORM = {
  gap: 1,
  minHeight: 0,
  '& .RaFilterFormInput-spacer, & .RaFilterForm-clearFix': { display: 'none' },
  '& .filter-field': { flex: { xs: '1 1 100%', sm: '0 1 11rem' } },
  '& .filter-field[data-source=q]': { flex: { xs: '1 1 100%', sm: '0 1 16rem' } },
} as const;
