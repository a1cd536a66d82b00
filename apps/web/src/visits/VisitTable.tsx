import { DataTable } from 'react-admin';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { RegionName } from '../fields/RegionName';
import { columnsOf } from '../fields/Col';
import { SelectPage, SelectRow } from '../fields/selection';
import { NOT_ASSIGNED, VISIT_KIND_WORDS } from '../fields/words';
import { Empty } from '../layout/Empty';
import { visitPath } from '../paths/visit-paths';
import { VisitChips } from './VisitChips';
import { NOT_SCHEDULED_YET, whenInWords } from '../fields/visit-words';

const Col = columnsOf<'visits'>();

/** Its columns, and those that are there when somebody chooses them. */
export const VISITS_COLUMNS = {
  columns: ['day', 'schoolName', 'regionId', 'status', 'visitorName', 'academicYear', 'kind'],
  hidden: ['kind'],
};

interface VisitTableProps {
  /** The sentence when no visit matches. */
  none: string;
  /** Which visits can be ticked; without it there are no boxes. */
  selectable?: (visit: Visit) => boolean;
}

export function VisitTable({ none, selectable }: VisitTableProps) {
  return (
    <DataTable<Visit>
      bulkActionButtons={false}
      rowClick={(id) => visitPath(String(id))}
      hiddenColumns={VISITS_COLUMNS.hidden}
      empty={<Empty title={none} />}
    >
      {selectable && (
        <Col
          label={<SelectPage selectable={selectable} />}
          padding="none"
          render={(visit: Visit) => (
            <SelectRow id={visit.id} name={visit.schoolName} disabled={!selectable(visit)} />
          )}
        />
      )}
      <Col source="day" label="Day" render={(visit: Visit) => whenInWords(visit)} />
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
      <Col source="status" label="Status" render={(visit: Visit) => <VisitChips visit={visit} />} />
      <Col
        source="visitorName"
        label="Visitor"
        render={(visit: Visit) => visit.visitorName ?? NOT_ASSIGNED}
      />
      <Col
        source="academicYear"
        label="Academic year"
        disableSort
        render={(visit: Visit) => visit.academicYear ?? NOT_SCHEDULED_YET}
      />
      <Col
        source="kind"
        label="Kind"
        disableSort
        render={(visit: Visit) => VISIT_KIND_WORDS[visit.kind]}
      />
    </DataTable>
  );
}
