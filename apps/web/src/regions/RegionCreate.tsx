import { useState } from 'react';
import { useDataProvider, useNavigate, useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import { ForTheHub } from '../layout/ForTheHub';
import { PageHeading } from '../layout/PageHeading';
import { keyByBody } from '../providers/idempotency';
import { RegionForm, type RegionValues } from './RegionForm';

export default function RegionCreate() {
  return (
    <ForTheHub>
      <Create />
    </ForTheHub>
  );
}

function Create() {
  const dataProvider = useDataProvider();
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const save = async (values: RegionValues) => {
    await dataProvider.create('regions', {
      data: values,
      meta: { idempotencyKey: keyOf(values) },
    });
    notify(`${values.name} saved.`, { type: 'success' });
    refresh();
    navigate('/regions');
  };
  return (
    <Box sx={{ maxWidth: 640 }}>
      <PageHeading title="Add a region" />
      <RegionForm region={null} onSave={save} />
    </Box>
  );
}
