import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { NewReport, Report } from '@tracker/contract';
import { saveFile } from '../../fields/save-export';
import { keyByBody } from '../../providers/idempotency';
import { sentenceOf } from '../../providers/problems';
import { REPORTS } from '../../reports/report-keys';
import { reportStatusInWords } from '../../reports/report-words';
import { isUnderWay } from '../../fields/under-way';
import { call, callForFile } from '../../providers/call';

const LOOK_AGAIN_MS = 700;

export interface BoardFile {
  /** Where the file being made stands, or why it could not be; null before anything was asked for. */
  words: string | null;
  failed: boolean;
  busy: boolean;
  /** Gives up the file being made; null while there is none to give up. */
  stop: (() => Promise<unknown>) | null;
  make: (asked: NewReport) => Promise<void>;
}

/** Asks for a report, waits until it is made and hands it to the browser: one press for the person. */
export function useBoardFile(): BoardFile {
  const [words, setWords] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [underWay, setUnderWay] = useState<string | null>(null);
  const [keyOf, setKeyOf] = useState(keyByBody);
  const left = useRef(false);
  const queries = useQueryClient();
  useEffect(() => {
    left.current = false;
    return () => {
      // The report goes on being made; it is found under Reports.
      left.current = true;
    };
  }, []);

  const finished = async (asked: Report): Promise<Report> => {
    let present = asked;
    while (isUnderWay(present) && !left.current) {
      setWords(reportStatusInWords(present));
      setUnderWay(present.id);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      present = await call('GET /api/reports/{id}', { id: present.id });
    }
    return present;
  };
  const make = async (asked: NewReport) => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    setWords('Making the file…');
    try {
      const made = await finished(
        await call('POST /api/reports', { body: asked, idempotencyKey: keyOf(asked) }),
      );
      setKeyOf(() => keyByBody());
      if (left.current) return;
      setFailed(made.status === 'failed');
      if (made.status === 'done')
        saveFile(made.fileName, await callForFile('GET /api/reports/{id}/file', { id: made.id }));
      setWords(made.status === 'done' ? `${made.fileName} is saved.` : reportStatusInWords(made));
    } catch (error) {
      setFailed(true);
      setWords(sentenceOf(error));
    } finally {
      setBusy(false);
      setUnderWay(null);
    }
    await queries.invalidateQueries({ queryKey: REPORTS });
  };
  const stop =
    underWay === null ? null : () => call('POST /api/reports/{id}/stop', { id: underWay });
  return { words, failed, busy, stop, make };
}
