import { DataTable } from 'react-admin';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { School } from '@tracker/contract';
import { columnsOf } from '../fields/Col';
import { SelectPage, SelectRow } from '../fields/selection';
import { RegionName } from '../fields/RegionName';
import { PlannedText, count, DayText, Known, LastVisitText, percent } from '../fields/texts';
import { StateChip } from '../fields/ToneChip';
import { SCHOOL_STATUS_WORDS } from '../fields/words';
import { useMayRunTheHub } from '../providers/use-signed-in-user';
import { schoolPath } from '../paths/school-paths';
import { SchoolBulkActions } from './SchoolBulkActions';

const Col = columnsOf<'schools'>();

/** Its columns, and those that are there when somebody chooses them. */
export const SCHOOLS_COLUMNS = {
  columns: [
    'name',
    'urn',
    'phase',
    'establishmentType',
    'regionId',
    'district',
    'postcode',
    'state',
    'lastVisitedOn',
    'dueOn',
    'nextVisitOn',
    'pupils',
    'fsmPercent',
    'trust',
  ],
  hidden: ['urn', 'establishmentType', 'district', 'postcode', 'dueOn', 'trust'],
};

export function SchoolTable() {
  const mayRunTheHub = useMayRunTheHub();
  return (
    <>
      {mayRunTheHub && <SchoolBulkActions />}
      <DataTable<School>
        rowClick={(id) => schoolPath(String(id))}
        bulkActionButtons={false}
        hiddenColumns={SCHOOLS_COLUMNS.hidden}
        sx={{ '& td': { verticalAlign: 'top', py: 1, px: 1 }, '& th': { px: 1 } }}
      >
        {mayRunTheHub && (
          <Col
            label={<SelectPage selectable={() => true} />}
            padding="none"
            render={(school: School) => <SelectRow id={school.id} name={school.name} />}
          />
        )}
        <Col
          source="name"
          label="School"
          sx={{ minWidth: 200 }}
          render={(school: School) => (
            <>
              <Link component={RouterLink} to={schoolPath(school.id)} sx={{ fontWeight: 650 }}>
                {school.name}
              </Link>
              <Box
                component="span"
                sx={{ display: 'block', color: 'text.secondary', fontSize: '0.8125rem' }}
              >
                {school.town ?? school.district}
                {school.status !== 'open' && ` · ${SCHOOL_STATUS_WORDS[school.status]}`}
              </Box>
            </>
          )}
        />
        <Col align="right" source="urn" label="URN" render={(school: School) => school.urn} />
        <Col
          source="phase"
          label="Phase"
          render={(school: School) => <Known>{school.phase}</Known>}
        />
        <Col
          source="establishmentType"
          label="Type"
          disableSort
          render={(school: School) => <Known>{school.establishmentType}</Known>}
        />
        <Col
          source="regionId"
          label="Region"
          disableSort
          render={(school: School) => <RegionName regionId={school.regionId} />}
        />
        <Col
          source="district"
          label="District"
          render={(school: School) => <Known>{school.district}</Known>}
        />
        <Col
          source="postcode"
          label="Postcode"
          disableSort
          render={(school: School) => <Known>{school.postcode}</Known>}
        />
        <Col
          source="state"
          label="State"
          disableSort
          render={(school: School) => <StateChip state={school.state} />}
        />
        <Col
          source="lastVisitedOn"
          label="Last visit"
          render={(school: School) => <LastVisitText day={school.lastVisitedOn} />}
        />
        <Col
          source="dueOn"
          label="Due"
          render={(school: School) => <DayText day={school.dueOn} />}
        />
        <Col
          source="nextVisitOn"
          label="Next visit"
          render={(school: School) => <PlannedText of={school} />}
        />
        <Col
          align="right"
          source="pupils"
          label="Pupils"
          render={(school: School) => <Known>{count(school.pupils)}</Known>}
        />
        <Col
          align="right"
          source="fsmPercent"
          label="Free meals"
          render={(school: School) => <Known>{percent(school.fsmPercent)}</Known>}
        />
        <Col
          source="trust"
          label="Trust"
          disableSort
          render={(school: School) => <Known>{school.trust}</Known>}
        />
      </DataTable>
    </>
  );
}
