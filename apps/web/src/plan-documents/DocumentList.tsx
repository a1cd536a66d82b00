import { DataTable } from 'react-admin';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { mayCall, type PlanDocument, type SignedInUser } from '@tracker/contract';
import {
  academicYearOf,
  addAcademicYears,
  LIMITS,
  PLAN_DOCUMENT_STATUSES,
  planYearsInWords,
  yearsFromTo,
} from '@tracker/domain';
import { CardList } from '../fields/CardList';
import { columnsOf } from '../fields/Col';
import { FilterSelect } from '../fields/filter-inputs';
import { RegionInput } from '../fields/inputs';
import { ListFrame } from '../fields/ListFrame';
import { ownRegionsFilter } from '../fields/own-regions';
import { PlanTabs } from '../fields/PlanTabs';
import { RegionName } from '../fields/RegionName';
import { SchoolInput } from '../fields/SchoolInput';
import { instantInWords } from '../fields/texts';
import {
  documentName,
  DOCUMENT_STATUS_TONES,
  DOCUMENT_STATUS_WORDS,
  REJECT_WORDS,
} from '../fields/plan-document-words';
import { ToneChip } from '../fields/ToneChip';
import { Empty } from '../layout/Empty';
import { useNarrow } from '../layout/use-narrow';
import { Waiting } from '../layout/Waiting';
import { capturePath, planDocumentPath } from '../paths/plan-paths';
import { today } from '../providers/today';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { DOCUMENT_FILTER_WORDS } from './document-words';

const Col = columnsOf<'plan-documents'>();

const LOOK_AGAIN_MS = 2000;

const NONE = 'No document with these filters.';

/** Which plans wait for somebody to confirm them? */
export default function DocumentList() {
  const user = useSignedInUser();
  return user ? <Documents user={user} /> : <Waiting words="Loading the documents…" />;
}

function Documents({ user }: { user: SignedInUser }) {
  const narrow = useNarrow();
  return (
    <ListFrame<PlanDocument>
      resource="plan-documents"
      counted={{ one: 'document' }}
      title="Documents of plans"
      primary={
        mayCall(user, 'POST /api/plan-documents') && (
          <Button variant="contained" component={RouterLink} to={capturePath()}>
            Capture a plan
          </Button>
        )
      }
      presets={<PlanTabs shown="plan-documents" />}
      filters={{ inputs: filters(narrow), words: DOCUMENT_FILTER_WORDS }}
      filterDefaultValues={{ ...ownRegionsFilter(user), status: 'to_confirm' }}
      sort={{ field: 'capturedAt', order: 'ASC' }}
      queryOptions={{
        refetchInterval: ({ state }) =>
          state.data?.data.some(({ status }) => status === 'reading') ? LOOK_AGAIN_MS : false,
      }}
    >
      {narrow ? <CardList<PlanDocument> none={NONE} card={card} /> : <Table />}
    </ListFrame>
  );
}

function Table() {
  return (
    <DataTable<PlanDocument>
      bulkActionButtons={false}
      rowClick={(id) => planDocumentPath(String(id))}
      empty={<Empty title={NONE} />}
    >
      <Col
        source="schoolName"
        label="School"
        render={(one: PlanDocument) => <OfSchool document={one} />}
      />
      <Col
        source="regionId"
        label="Region"
        disableSort
        render={(one: PlanDocument) => <RegionName regionId={one.regionId} />}
      />
      <Col
        source="fileName"
        label="Document"
        disableSort
        render={(one: PlanDocument) => documentName(one)}
      />
      <Col
        source="status"
        label="Status"
        render={(one: PlanDocument) => <Status document={one} />}
      />
      <Col
        source="academicYears"
        label="Academic years"
        disableSort
        render={({ academicYears }: PlanDocument) =>
          academicYears.length > 0 ? planYearsInWords(academicYears) : 'Not confirmed'
        }
      />
      <Col
        source="capturedAt"
        label="Captured"
        render={({ capturedAt, capturedByName }: PlanDocument) =>
          `${instantInWords(capturedAt)}, ${capturedByName}`
        }
      />
    </DataTable>
  );
}

function OfSchool({ document: { id, schoolName } }: { document: PlanDocument }) {
  return (
    <Link component={RouterLink} to={planDocumentPath(id)} sx={{ fontWeight: 650 }}>
      {schoolName}
    </Link>
  );
}

function Status({ document: { status, rejectReason, replacedById } }: { document: PlanDocument }) {
  return (
    <>
      <ToneChip tone={DOCUMENT_STATUS_TONES[status]} label={DOCUMENT_STATUS_WORDS[status]} />
      {rejectReason && (
        <Typography variant="body2" component="div">
          {REJECT_WORDS[rejectReason]}
        </Typography>
      )}
      {replacedById && (
        <Typography variant="body2" component="div">
          Replaced by a later one
        </Typography>
      )}
    </>
  );
}

const card = (document: PlanDocument) => (
  <>
    <OfSchool document={document} />
    <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere', mb: 0.5 }}>
      {documentName(document)} · {instantInWords(document.capturedAt)}, {document.capturedByName}
    </Typography>
    <Status document={document} />
    {document.academicYears.length > 0 && (
      <Typography variant="body2">{planYearsInWords(document.academicYears)}</Typography>
    )}
  </>
);

/** Plans were asked for from then on. */
const FIRST_YEAR = '2023-24';

const years = () =>
  yearsFromTo(FIRST_YEAR, addAcademicYears(academicYearOf(today()), LIMITS.plan.yearsAhead))
    .reverse()
    .map((id) => ({ id, name: id }));

const filters = (narrow: boolean) => [
  <FilterSelect
    key="status"
    source="status"
    all="All states"
    label="Status"
    choices={[...PLAN_DOCUMENT_STATUSES].map((id) => ({ id, name: DOCUMENT_STATUS_WORDS[id] }))}
    alwaysOn
  />,
  <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
  <FilterSelect
    key="academicYear"
    source="academicYear"
    all="All years"
    label="Academic year"
    choices={years()}
    helperText="Of confirmed plans"
  />,
  <SchoolInput key="schoolId" source="schoolId" label="School" />,
];
