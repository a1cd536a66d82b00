import { ColumnsButton, useGetList } from 'react-admin';
import type { School } from '@tracker/contract';
import { NoSchoolsYet } from '../layout/NoSchoolsYet';
import { useNarrow } from '../layout/use-narrow';
import { CardList } from '../fields/CardList';
import { ExportButton } from '../fields/ExportButton';
import { ListFrame } from '../fields/ListFrame';
import { useFacets } from '../fields/use-facets';
import { SchoolCard } from './SchoolCard';
import { SCHOOL_FILTER_WORDS } from './school-filter-words';
import { schoolFilters } from './school-filters';
import { SCHOOLS_COLUMNS, SchoolTable } from './SchoolTable';

/** Whatever the filters of the list are. */
const ANY_SCHOOL = { pagination: { page: 1, perPage: 1 }, filter: {} };

export default function SchoolList() {
  const { total } = useGetList<School>('schools', ANY_SCHOOL);
  return total === 0 ? <NoSchoolsYet title="Schools" /> : <Schools />;
}

function Schools() {
  const narrow = useNarrow();
  const facets = useFacets();
  return (
    <ListFrame<School>
      resource="schools"
      counted={{ one: 'school', whole: ['inScope'] }}
      title="Schools"
      filters={{ inputs: schoolFilters(facets, narrow), words: SCHOOL_FILTER_WORDS }}
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
