import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReportTemplate } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { COLUMNS, readTemplates, TEMPLATES } from './report-keys';
import { ReportTemplateDialog } from './ReportTemplateDialog';
import { call } from '../providers/call';

type Open = { template: ReportTemplate | null; what: 'change' | 'remove' };

/** Choices of columns for figures by school. */
export function TemplatesPart({ mayChange }: { mayChange: boolean }) {
  const [open, setOpen] = useState<Open | null>(null);
  const templates = useQuery({
    queryKey: TEMPLATES,
    queryFn: ({ signal }) => readTemplates(signal),
  });
  const { data: columns } = useQuery({
    queryKey: COLUMNS,
    queryFn: ({ signal }) => call('GET /api/report-columns', { signal }),
  });
  const close = () => setOpen(null);
  const { data, error } = templates;
  if (error && !data) return <Failure error={error} onRetry={() => void templates.refetch()} />;
  if (!data || !columns) return <Waiting words="Loading the templates…" />;
  const heading = (key: string) => columns.find((column) => column.key === key)?.heading ?? key;
  return (
    <Section
      title="Templates for figures by school"
      action={
        mayChange && (
          <Button onClick={() => setOpen({ template: null, what: 'change' })}>
            Add a template
          </Button>
        )
      }
    >
      {data.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>
          There are none yet.
          {mayChange
            ? ' Add one for each return that asks for figures by school.'
            : ' The Head of Participation adds them.'}
        </Typography>
      )}
      <Box component="ul" aria-label="Templates" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((template) => (
          <Box component="li" key={template.id} sx={ROW}>
            <Box sx={{ flex: '1 1 18rem', minWidth: 0 }}>
              <Typography component="h3" sx={{ fontWeight: 650 }}>
                {template.name}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                URN and {plural(template.columns.length, 'column')}:{' '}
                {template.columns.map(heading).join(', ')}
              </Typography>
            </Box>
            {mayChange && (
              <Box sx={{ display: 'flex', gap: 1 }}>
                <Button
                  aria-label={`Change ${template.name}`}
                  onClick={() => setOpen({ template, what: 'change' })}
                >
                  Change
                </Button>
                <Button
                  aria-label={`Remove ${template.name}`}
                  onClick={() => setOpen({ template, what: 'remove' })}
                >
                  Remove
                </Button>
              </Box>
            )}
          </Box>
        ))}
      </Box>
      {open?.what === 'change' && (
        <ReportTemplateDialog template={open.template} columns={columns} onClose={close} />
      )}
      {open?.what === 'remove' && open.template && (
        <RemoveDialog template={open.template} onClose={close} />
      )}
    </Section>
  );
}

function RemoveDialog({ template, onClose }: { template: ReportTemplate; onClose: () => void }) {
  const notify = useNotify();
  const queries = useQueryClient();
  const remove = async () => {
    await call('DELETE /api/report-templates/{id}', { id: template.id });
    notify(`${template.name} removed.`, { type: 'success' });
    await queries.invalidateQueries({ queryKey: TEMPLATES });
  };
  return (
    <FormDialog
      title={`Remove ${template.name}?`}
      consequence="It can no longer be used for new figures by school. Files already made stay."
      submitWords="Remove the template"
      danger
      onSubmit={remove}
      onClose={onClose}
    />
  );
}

const ROW = {
  ...{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', py: 1.5 },
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-of-type': { borderBottom: 0 },
} as const;
