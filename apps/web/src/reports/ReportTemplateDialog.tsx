import { useState } from 'react';
import { TextInput, useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import type { ReportColumn, ReportTemplate } from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { FormDialog } from '../fields/FormDialog';
import { writtenUpTo } from '../fields/written';
import { keyByBody } from '../providers/idempotency';
import { ColumnsInput } from './ColumnsInput';
import { call } from '../providers/call';
import { type TemplateValues, TEMPLATES } from './report-keys';

interface TemplateDialogProps {
  /** Null for a new one. */
  template: ReportTemplate | null;
  columns: readonly ReportColumn[];
  onClose: () => void;
}

/** A template's name and its columns in their order. */
export function ReportTemplateDialog({ template, columns, onClose }: TemplateDialogProps) {
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const queries = useQueryClient();
  const [keyOf] = useState(keyByBody);
  const first: TemplateValues = { name: template?.name ?? '', columns: template?.columns ?? [] };
  const heading = (key: string) => columns.find((column) => column.key === key)?.heading ?? key;
  const save = async (values: TemplateValues) => {
    const saved = template
      ? await saveWithConflicts({
          title: template.name,
          fields: [
            { name: 'name', label: 'Name' },
            {
              name: 'columns',
              label: 'Columns',
              inWords: (keys: unknown) => (keys as string[]).map(heading).join(', '),
            },
          ],
          values: { ...values },
          original: { ...first },
          version: template.version,
          save: (wanted, version) =>
            call('PUT /api/report-templates/{id}', {
              id: template.id,
              body: { ...(wanted as unknown as TemplateValues), version },
            }),
        })
      : await call('POST /api/report-templates', { body: values, idempotencyKey: keyOf(values) });
    if (saved === false) return false;
    notify(`${values.name} saved.`, { type: 'success' });
    await queries.invalidateQueries({ queryKey: TEMPLATES });
    return true;
  };
  return (
    <FormDialog<TemplateValues>
      wide
      title={template ? `Change ${template.name}` : 'Add a template'}
      consequence="Each file made with it has the URN first, then these columns in this order."
      submitWords="Save the template"
      defaultValues={first}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        source="name"
        label="Name"
        validate={writtenUpTo(LIMITS.reportTemplate.name, 'Please give it a name.')}
        helperText={false}
      />
      <ColumnsInput columns={columns} />
    </FormDialog>
  );
}
