import { useState } from 'react';
import { useListContext, useNotify, useStore } from 'react-admin';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { EXPORT_COLUMNS, type ExportedList, type ExportFormat } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { filterAsked, sortAsked } from '../providers/data-provider';
import { sentenceOf } from '../providers/problems';
import { saveExport } from './save-export';

interface ExportButtonProps {
  list: ExportedList;
  /** What the rows are: `school`. */
  one: string;
  many?: string;
  /** Columns that the table hides until somebody chooses others; without it there is no table. */
  hidden?: readonly string[];
}

const FORMATS: Record<ExportFormat, string> = { xlsx: 'Excel', csv: 'CSV' };

/** Saves the whole list as a file the server writes: in its order, by its filters. */
export function ExportButton({ list, one, many, hidden }: ExportButtonProps) {
  const { resource, filterValues, sort, total } = useListContext();
  const notify = useNotify();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [busy, setBusy] = useState(false);
  // Where react-admin keeps which columns somebody has hidden.
  const [chosen] = useStore<readonly string[]>(`${resource}.datatable`, hidden ?? []);
  const known: readonly string[] = EXPORT_COLUMNS[list];
  const without = hidden === undefined ? [] : chosen.filter((name) => known.includes(name));

  const save = async (format: ExportFormat, shownOnly: boolean) => {
    setAnchor(null);
    setBusy(true);
    try {
      const filter = filterAsked(resource, filterValues);
      const order = sortAsked(resource, filterValues, sort);
      const columns = shownOnly ? { without } : {};
      await saveExport({ list, format, filter, sort: order, ...columns });
      notify(`${plural(total ?? 0, one, many)} exported.`);
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const choices = (['xlsx', 'csv'] as const).flatMap((format) => [
    { format, shownOnly: false, words: FORMATS[format] },
    ...(without.length > 0
      ? [{ format, shownOnly: true, words: `${FORMATS[format]}, without the hidden columns` }]
      : []),
  ]);
  return (
    <>
      <Button
        size="small"
        startIcon={<DownloadIcon />}
        disabled={busy || !total}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {busy ? `Exporting ${plural(total ?? 0, one, many)}…` : 'Export'}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choices.map(({ format, shownOnly, words }) => (
          <MenuItem key={words} onClick={() => void save(format, shownOnly)}>
            {words}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
