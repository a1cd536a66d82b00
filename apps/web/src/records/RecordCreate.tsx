import { type ReactNode, useState } from 'react';
import { useDataProvider, useNavigate, useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import { PageHeading } from '../layout/PageHeading';
import { keyByBody } from '../providers/idempotency';
import { ForWhoeverMay } from './ForWhoeverMay';
import type { RecordWords } from './record-words';

interface RecordCreateProps<V extends { name: string }> extends RecordWords {
  form: (save: (values: V) => Promise<void>) => ReactNode;
}

/** The page on which a record is added; saved, it leads back to the list. */
export function RecordCreate<V extends { name: string }>(props: RecordCreateProps<V>) {
  return (
    <ForWhoeverMay route={`POST /api/${props.resource}`}>
      <Create {...props} />
    </ForWhoeverMay>
  );
}

function Create<V extends { name: string }>({ resource, one, form }: RecordCreateProps<V>) {
  const dataProvider = useDataProvider();
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const save = async (values: V) => {
    const meta = { idempotencyKey: keyOf(values) };
    await dataProvider.create(resource, { data: values, meta });
    notify(`${values.name} saved.`, { type: 'success' });
    refresh();
    navigate(`/${resource}`);
  };
  return (
    <Box sx={{ maxWidth: 640 }}>
      <PageHeading title={`Add a ${one}`} />
      {form(save)}
    </Box>
  );
}
