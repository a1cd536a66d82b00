import { useDataProvider, useGetOne, useNavigate, useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useParams } from 'react-router-dom';
import type { Region } from '@tracker/contract';
import { asItReads } from '../conflicts/conflict';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { useStaff } from '../fields/inputs';
import { Failure } from '../layout/Failure';
import { ForTheHub } from '../layout/ForTheHub';
import { HistorySection } from '../history/HistorySection';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { RegionForm, type RegionValues } from './RegionForm';

export default function RegionEdit() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<Region>('regions', { id });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading the region…" />;
  return (
    <ForTheHub>
      <Edit region={data} />
    </ForTheHub>
  );
}

function Edit({ region: present }: { region: Region }) {
  const region = useAsOpened(present);
  const dataProvider = useDataProvider();
  const saveWithConflicts = useSaveWithConflicts();
  const staff = useStaff();
  const notify = useNotify();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const save = async (values: RegionValues) => {
    const { name, districts, leadUserId } = region;
    const saved = await saveWithConflicts({
      title: `Region ${name}`,
      fields: [
        { name: 'name', label: 'Name' },
        { name: 'districts', label: 'Districts' },
        {
          name: 'leadUserId',
          label: 'Who leads it',
          inWords: (value) => asItReads(staff.find((person) => person.id === value)?.name),
        },
      ],
      values,
      original: { name, districts, leadUserId },
      version: region.version,
      save: (data, version) =>
        dataProvider.update<Region>('regions', {
          id: region.id,
          data: { ...data, version },
          previousData: region,
        }),
    });
    if (saved === false) return;
    notify(`${values.name} saved.`, { type: 'success' });
    refresh();
    navigate('/regions');
  };
  return (
    <Box sx={{ maxWidth: 640 }}>
      <PageHeading title={region.name}>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          Schools follow their district into the region, but for those whose region was set by hand.
        </Typography>
      </PageHeading>
      <RegionForm region={region} onSave={save} />
      <HistorySection filter={{ regionId: region.id }} />
    </Box>
  );
}
