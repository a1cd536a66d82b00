import { ColumnsButton } from 'react-admin';
import type { School } from '@tracker/contract';
import { useNarrow } from '../layout/use-narrow';
import { CardList } from '../fields/CardList';
import { ExportButton } from '../fields/ExportButton';
import { ListFrame } from '../fields/ListFrame';
import { useFacets } from '../fields/use-facets';
import { SchoolCard } from './SchoolCard';
import { SCHOOL_FILTER_WORDS } from './school-filter-words';
import { schoolFilters } from './school-filters';
import { SCHOOLS_COLUMNS, SchoolTable } from './SchoolTable';

export default function SchoolList() {
  const narrow = useNarrow();
  const facets = useFacets();
  return (
    <ListFrame<School>
      resource="schools"
      counted={{ one: 'school', whole: ['inScope'] }}
      title="Schools"
      filters={schoolFilters(facets, narrow)}
      filterWords={SCHOOL_FILTER_WORDS}
      filterDefaultValues={{ inScope: true }}
      sort={{ field: 'name', order: 'ASC' }}
      actions={
        <>
          {!narrow && <ColumnsButton />}
          <ExportButton list="schools" one="school" table={narrow ? undefined : SCHOOLS_COLUMNS} />
        </>
      }
    >
      {narrow ? (
        <CardList<School>
          none="No school matches these filters."
          card={(school) => <SchoolCard school={school} />}
        />
      ) : (
        <SchoolTable />
      )}
    </ListFrame>
  );
}
