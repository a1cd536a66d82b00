import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { mayCall, type VisitPlan } from '@tracker/contract';
import { capital } from '@tracker/domain';
import { useStaff } from '../fields/inputs';
import { FormDialog } from '../fields/FormDialog';
import { useRegions } from '../fields/RegionName';
import { Section } from '../layout/Section';
import { call } from '../providers/call';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { besideEachOther, supposedInWords } from './beside';
import type { TurnTo } from './use-plan-address';
import { useVisitPlan } from './use-visit-plan';

interface WhatIfBesideProps {
  plan: VisitPlan;
  inUseId: string | null;
  turnTo: TurnTo;
}

/** A what-if beside the plan of the year, and the step that takes it. */
export function WhatIfBeside({ plan, inUseId, turnTo }: WhatIfBesideProps) {
  const { data: inUse } = useVisitPlan(inUseId);
  const user = useSignedInUser();
  const [using, setUsing] = useState(false);
  const supposed = useSupposed(plan);
  const mayUse = user !== undefined && mayCall(user, 'POST /api/visit-plans/{id}/use');
  const rows = inUse ? besideEachOther(plan, inUse) : [];
  return (
    <Box sx={{ mb: 2, maxWidth: 860 }}>
      <Section
        title="Beside the plan of the year"
        action={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button onClick={() => turnTo({ planId: '', part: '' })}>
              Back to the plan of the year
            </Button>
            {mayUse && plan.status === 'ready' && (
              <Button variant="contained" onClick={() => setUsing(true)}>
                Use this plan…
              </Button>
            )}
          </Box>
        }
      >
        {supposed.length > 0 && (
          <Typography sx={{ mb: 1 }}>What if: {supposed.map(capital).join('. ')}.</Typography>
        )}
        {rows.length > 0 && (
          <Table size="small" aria-label="Both plans in figures">
            <TableHead>
              <TableRow>
                <TableCell>Figure</TableCell>
                <TableCell align="right">What if</TableCell>
                <TableCell align="right">Plan of the year</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(({ label, here, there }) => (
                <TableRow key={label}>
                  <TableCell component="th" scope="row">
                    {label}
                  </TableCell>
                  <TableCell align="right" sx={{ fontWeight: here === there ? 400 : 700 }}>
                    {here}
                  </TableCell>
                  <TableCell align="right">{there}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Section>
      {using && <UseDialog plan={plan} turnTo={turnTo} onClose={() => setUsing(false)} />}
    </Box>
  );
}

function useSupposed({ settings }: VisitPlan): string[] {
  const staff = useStaff();
  const regions = useRegions();
  const nameIn = (all: readonly { id: string; name: string }[]) => (id: string) =>
    all.find((one) => one.id === id)?.name ?? '';
  return supposedInWords(settings, { visitor: nameIn(staff), region: nameIn(regions) });
}

interface UseDialogProps extends Pick<WhatIfBesideProps, 'plan' | 'turnTo'> {
  onClose: () => void;
}

function UseDialog({ plan, turnTo, onClose }: UseDialogProps) {
  const notify = useNotify();
  const refresh = useRefresh();
  const use = async () => {
    const { id, version, name, academicYear } = plan;
    await call('POST /api/visit-plans/{id}/use', { id, body: { version } });
    notify(`“${name}” is the plan of ${academicYear} now.`, { type: 'success' });
    turnTo({ planId: '', part: '' });
    refresh();
  };
  return (
    <FormDialog
      title={`Use “${plan.name}”`}
      consequence={`It takes the place of the plan of ${plan.academicYear}. Visits that were accepted stay; what was only proposed before is gone.`}
      submitWords="Use this plan"
      onSubmit={use}
      onClose={onClose}
    />
  );
}
