import { ColumnsButton, DataTable } from 'react-admin';
import Link from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { CardList } from '../fields/CardList';
import { ExportButton } from '../fields/ExportButton';
import { ListFrame } from '../fields/ListFrame';
import { RegionName } from '../fields/RegionName';
import { Known } from '../fields/texts';
import { VISIT_KIND_WORDS } from '../fields/words';
import { Empty } from '../layout/Empty';
import { PageHeading } from '../layout/PageHeading';
import { VisitCard } from './VisitCard';
import { VisitChips } from './VisitChips';
import { visitColumns } from './visit-columns';
import { visitFilters } from './visit-filters';
import { visitPath } from './paths';
import { VisitSummary } from './VisitSummary';
import { whenInWords } from './visit-words';

const { Col } = DataTable;

/** What happens when, and who goes? */
export default function VisitList() {
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  return (
    <ListFrame<Visit>
      resource="visits"
      title="Visits"
      summary={<VisitSummary />}
      filters={visitFilters(narrow)}
      sort={{ field: 'day', order: 'DESC' }}
      actions={
        <>
          {!narrow && <ColumnsButton />}
          <ExportButton columns={visitColumns} one="visit" />
        </>
      }
      empty={
        <>
          <PageHeading title="Visits" />
          <Empty title="No visit is on record yet.">
            Schedule one from the priority queue or from a school’s page.
          </Empty>
        </>
      }
    >
      {narrow ? (
        <CardList<Visit>
          none="No visit matches these filters."
          card={(visit) => <VisitCard visit={visit} />}
        />
      ) : (
        <DataTable<Visit>
          bulkActionButtons={false}
          rowClick={(id) => visitPath(String(id))}
          hiddenColumns={['kind']}
        >
          <Col
            source="day"
            label="Day"
            sortByOrder="DESC"
            render={(visit: Visit) => whenInWords(visit)}
          />
          <Col
            source="schoolName"
            label="School"
            render={(visit: Visit) => (
              <Link component={RouterLink} to={visitPath(visit.id)} sx={{ fontWeight: 650 }}>
                {visit.schoolName}
              </Link>
            )}
          />
          <Col
            source="regionId"
            label="Region"
            disableSort
            render={(visit: Visit) => <RegionName regionId={visit.regionId} />}
          />
          <Col
            source="status"
            label="Status"
            render={(visit: Visit) => <VisitChips visit={visit} />}
          />
          <Col
            source="visitorName"
            label="Visitor"
            render={(visit: Visit) => <Known>{visit.visitorName}</Known>}
          />
          <Col
            source="academicYear"
            label="Academic year"
            disableSort
            render={(visit: Visit) => <Known>{visit.academicYear}</Known>}
          />
          <Col
            source="kind"
            label="Kind"
            disableSort
            render={(visit: Visit) => VISIT_KIND_WORDS[visit.kind]}
          />
        </DataTable>
      )}
    </ListFrame>
  );
}
