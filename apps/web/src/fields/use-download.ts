import { useState } from 'react';
import { useNotify } from 'react-admin';
import { sentenceOf } from '../providers/problems';

/** A file the server writes while somebody waits, who may stop waiting: nothing of it is kept then. */
export function useDownload() {
  const notify = useNotify();
  const [underWay, setUnderWay] = useState<AbortController | null>(null);
  const download = async (work: (signal: AbortSignal) => Promise<void>, done?: string) => {
    if (underWay) return;
    const stopping = new AbortController();
    setUnderWay(stopping);
    try {
      await work(stopping.signal);
      if (done) notify(done);
    } catch (error) {
      if (stopping.signal.aborted) notify('Stopped. No file was saved.');
      else notify(sentenceOf(error), { type: 'error' });
    } finally {
      setUnderWay(null);
    }
  };
  return { busy: underWay !== null, download, stop: () => underWay?.abort() };
}
