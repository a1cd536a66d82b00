import { useState } from 'react';
import { useListContext, useStore } from 'react-admin';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { type ExportedList, type ExportFormat } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { filterAsked, sortAsked } from '../providers/data-provider';
import { saveExport } from './save-export';
import { useDownload } from './use-download';

interface ExportButtonProps {
  list: ExportedList;
  /** What the rows are: `school`. */
  one: string;
  many?: string;
  /** The table whose columns people choose; without it there is none. */
  table?: ExportedTable;
}

export interface ExportedTable {
  /** Its columns in their order. */
  columns: readonly string[];
  /** Those that it hides until somebody chooses others. */
  hidden: readonly string[];
}

const FORMATS: Record<ExportFormat, string> = { xlsx: 'Excel', csv: 'CSV' };

/** Saves the whole list as a file the server writes: in its order, by its filters. */
export function ExportButton({ list, one, many, table }: ExportButtonProps) {
  const { resource, filterValues, sort, total } = useListContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { busy, download, stop } = useDownload();
  // Where react-admin keeps which columns somebody has hidden.
  const [chosen] = useStore<readonly string[]>(`${resource}.datatable`, table?.hidden ?? []);
  const shown = table?.columns.filter((name) => !chosen.includes(name)) ?? [];

  const save = (format: ExportFormat, columns?: readonly string[]) => {
    setAnchor(null);
    const filter = filterAsked(resource, filterValues);
    const order = sortAsked(resource, filterValues, sort);
    const asked = { list, format, filter, sort: order, columns };
    return download(
      (signal) => saveExport(asked, signal),
      `${plural(total ?? 0, one, many)} exported.`,
    );
  };
  const formats = ['xlsx', 'csv'] as const;
  const choices = [
    ...(shown.length > 0
      ? formats.map((format) => ({
          format,
          columns: shown,
          words: `${FORMATS[format]}, columns as shown`,
        }))
      : []),
    ...formats.map((format) => ({
      format,
      columns: undefined,
      words: shown.length > 0 ? `${FORMATS[format]}, every column` : FORMATS[format],
    })),
  ];
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
      {busy && (
        <Button size="small" onClick={stop}>
          Stop
        </Button>
      )}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choices.map(({ format, columns, words }) => (
          <MenuItem key={words} onClick={() => void save(format, columns)}>
            {words}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
