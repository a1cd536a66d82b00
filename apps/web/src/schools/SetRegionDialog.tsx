import { useState } from 'react';
import { required, SelectInput, useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { plural } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { NameList } from '../fields/NameList';
import { useRegions } from '../fields/RegionName';
import { call } from '../providers/call';

const FOLLOW = 'follow-district';

interface SetRegionDialogProps {
  schools: readonly { id: string; name: string }[];
  onClose: (done: boolean) => void;
}

/** Puts schools into a region by hand, or lets them follow their districts again. */
export default function SetRegionDialog({ schools: present, onClose }: SetRegionDialogProps) {
  const regions = useRegions();
  const notify = useNotify();
  const queryClient = useQueryClient();
  // As they were ticked when this was opened.
  const [ticked] = useState(present);
  const schools = plural(ticked.length, 'school');
  const save = async ({ region }: { region: string }) => {
    await call('POST /api/schools/region', {
      body: { ids: ticked.map(({ id }) => id), regionId: region === FOLLOW ? null : region },
    });
    notify(`Region of ${schools} set.`, { type: 'success' });
    // A list leaves a school's own page as it was when it is read again, so that page is forgotten.
    queryClient.removeQueries({ queryKey: ['schools', 'getOne'], type: 'inactive' });
    await queryClient.invalidateQueries();
    onClose(true);
    return false;
  };
  return (
    <FormDialog<{ region: string }>
      title={`Set the region of ${schools}`}
      consequence="The region’s team may then change these schools’ visits, contacts and notes. A region set by hand stays when the register is imported again."
      submitWords="Set the region"
      defaultValues={{ region: '' }}
      onSubmit={save}
      onClose={() => onClose(false)}
    >
      <NameList label="Schools" items={ticked} />
      <SelectInput
        source="region"
        label="Region"
        choices={[{ id: FOLLOW, name: 'Follow the district again' }, ...regions]}
        validate={required('Please choose a region.')}
        helperText={false}
      />
    </FormDialog>
  );
}
