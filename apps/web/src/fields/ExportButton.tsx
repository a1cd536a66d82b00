import { useState } from 'react';
import { useDataProvider, useListContext, useNotify, type RaRecord } from 'react-admin';
import Button from '@mui/material/Button';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { MAX_PAGE } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { sentenceOf } from '../providers/problems';
import { today } from '../providers/today';
import { saveFile, toCsv, type CsvColumn } from './csv';

interface ExportButtonProps<T> {
  columns: readonly CsvColumn<T>[];
  /** What the rows are: `school`. */
  one: string;
}

/** Saves the whole list as CSV, in its order and by its filters, fetched a thousand rows at a time. */
export function ExportButton<T extends RaRecord>({ columns, one }: ExportButtonProps<T>) {
  const { resource, filterValues, sort, total } = useListContext<T>();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const [fetched, setFetched] = useState<number | null>(null);

  const fetchAll = async () => {
    const rows: T[] = [];
    for (let page = 1; ; page += 1) {
      const pagination = { page, perPage: MAX_PAGE };
      const query = { pagination, sort, filter: filterValues };
      const answer = await dataProvider.getList<T>(resource, query);
      rows.push(...answer.data);
      setFetched(rows.length);
      if (answer.data.length < MAX_PAGE || rows.length >= (answer.total ?? 0)) return rows;
    }
  };
  const save = async () => {
    setFetched(0);
    try {
      const rows = await fetchAll();
      saveFile(`${resource}-${today()}.csv`, toCsv(columns, rows));
      notify(`${plural(rows.length, one)} exported.`);
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setFetched(null);
    }
  };
  const idle = fetched === null;
  return (
    <Button
      size="small"
      startIcon={<DownloadIcon />}
      disabled={!idle || !total}
      onClick={() => void save()}
    >
      {idle ? 'Export' : `Exporting ${fetched} of ${total ?? 0}…`}
    </Button>
  );
}
