import { DataTable } from 'react-admin';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { Import } from '@tracker/contract';
import { useNarrow } from '../layout/use-narrow';
import { CardList } from '../fields/CardList';
import { columnsOf } from '../fields/Col';
import { ListFrame } from '../fields/ListFrame';
import { instantInWords } from '../fields/texts';
import { IMPORT_KIND_WORDS } from '../fields/words';
import { Empty } from '../layout/Empty';
import { PageHeading } from '../layout/PageHeading';
import { IMPORT_FILTER_WORDS } from './import-filter-words';
import { ImportStatusChip } from './ImportStatusChip';
import { isBeingWorkedOn, standingWithFigures } from './import-words';
import { importPath } from './paths';

const Col = columnsOf<'imports'>();

const LOOK_AGAIN_MS = 2000;

const importButton = (
  <Button variant="contained" component={RouterLink} to="/imports/create">
    Import a file
  </Button>
);

export default function ImportList() {
  const narrow = useNarrow();
  return (
    <ListFrame<Import>
      resource="imports"
      counted={{ one: 'import' }}
      title="Imports"
      primary={importButton}
      filters={{ inputs: [], words: IMPORT_FILTER_WORDS }}
      summary={
        <Link component={RouterLink} to="/known-names" sx={{ display: 'inline-block', py: 0.5 }}>
          Remembered names of schools and colleagues
        </Link>
      }
      sort={{ field: 'createdAt', order: 'DESC' }}
      queryOptions={{
        refetchInterval: ({ state }) =>
          state.data?.data.some((record) => isBeingWorkedOn(record)) ? LOOK_AGAIN_MS : false,
      }}
      empty={
        <>
          <PageHeading title="Imports" actions={importButton} />
          <Empty title="Nothing has been imported yet.">
            Start with the school register, then predecessors and successors, pupils and free school
            meals, and last the visits so far.
          </Empty>
        </>
      }
    >
      {narrow ? <CardList<Import> none="No import yet." card={card} /> : <ImportTable />}
    </ListFrame>
  );
}

function FileLink({ record }: { record: Import }) {
  return (
    <Link
      component={RouterLink}
      to={importPath(record.id)}
      sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}
    >
      {record.fileName}
    </Link>
  );
}

const FIGURES = [
  ['created', 'Created'],
  ['updated', 'Updated'],
  ['unchanged', 'Unchanged'],
  ['rejected', 'Rejected'],
] as const;

/** A check, and a file that was not taken, have created nothing. */
const wasWritten = ({ dryRun, status }: Import) => !dryRun && status !== 'failed';

function ImportTable() {
  return (
    <DataTable<Import> bulkActionButtons={false} rowClick={(id) => importPath(String(id))}>
      <Col
        source="fileName"
        label="File"
        render={(record: Import) => <FileLink record={record} />}
      />
      <Col
        source="kind"
        label="What it is"
        render={(record: Import) => IMPORT_KIND_WORDS[record.kind]}
      />
      <Col
        source="status"
        label="Status"
        render={(record: Import) => <ImportStatusChip record={record} />}
      />
      {FIGURES.map(([source, label]) => (
        <Col
          key={source}
          align="right"
          source={source}
          label={label}
          disableSort
          render={(record: Import) => (wasWritten(record) ? record[source] : '–')}
        />
      ))}
      <Col source="requestedByName" label="By" disableSort />
      <Col
        source="createdAt"
        label="When"
        sortByOrder="DESC"
        render={(record: Import) => instantInWords(record.createdAt)}
      />
    </DataTable>
  );
}

function card(record: Import) {
  return (
    <>
      <FileLink record={record} />
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {IMPORT_KIND_WORDS[record.kind]} · {instantInWords(record.createdAt)}
      </Typography>
      <ImportStatusChip record={record} />
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {standingWithFigures(record)}
      </Typography>
    </>
  );
}
