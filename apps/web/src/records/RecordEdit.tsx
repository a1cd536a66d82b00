import type { ReactNode } from 'react';
import { useDataProvider, useGetOne, useNavigate, useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useParams } from 'react-router-dom';
import type { RecordBase } from '@tracker/contract';
import { capital } from '@tracker/domain';
import type { FieldWords } from '../conflicts/conflict';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { useAsOpened } from '../providers/use-as-opened';
import { ForWhoeverMay } from './ForWhoeverMay';
import type { RecordWords } from './record-words';

type Named = RecordBase & { name: string };

interface RecordEditProps<R extends Named, V extends { name: string }> extends RecordWords {
  /** What may be changed of it, in the words of whoever has to choose between two versions. */
  fields: readonly (FieldWords & { name: keyof V & keyof R & string })[];
  /** Below its name: a sentence. */
  intro?: string;
  form: (record: R, save: (values: V) => Promise<void>) => ReactNode;
  /** Below the form: its history. */
  below?: (record: R) => ReactNode;
}

/** The page on which a record is changed, whoever else changes it meanwhile. */
export function RecordEdit<R extends Named, V extends { name: string }>(
  props: RecordEditProps<R, V>,
) {
  const { resource, one } = props;
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<R>(resource, { id });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words={`Loading the ${one}…`} />;
  return (
    <ForWhoeverMay route={`PUT /api/${resource}/{id}`}>
      <Edit {...props} present={data} />
    </ForWhoeverMay>
  );
}

function Edit<R extends Named, V extends { name: string }>(
  props: RecordEditProps<R, V> & { present: R },
) {
  const { resource, one, fields, intro, form, below, present } = props;
  const record = useAsOpened(present);
  const dataProvider = useDataProvider();
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const save = async (values: V) => {
    const saved = await saveWithConflicts({
      title: `${capital(one)} ${record.name}`,
      fields,
      values,
      original: Object.fromEntries(fields.map(({ name }) => [name, record[name]])),
      version: record.version,
      save: (data, version) =>
        dataProvider.update<R>(resource, {
          id: record.id,
          data: { ...data, version },
          previousData: record,
        }),
    });
    if (saved === false) return;
    notify(`${values.name} saved.`, { type: 'success' });
    refresh();
    navigate(`/${resource}`);
  };
  return (
    <Box sx={{ maxWidth: 640 }}>
      <PageHeading title={record.name}>
        {intro && <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{intro}</Typography>}
      </PageHeading>
      {form(record, save)}
      {below?.(record)}
    </Box>
  );
}
