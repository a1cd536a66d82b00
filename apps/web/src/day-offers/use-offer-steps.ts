import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../providers/problems';

/** A step by one press: what speaks against it is said, and nothing happens then. */
export function useOfferStep() {
  const [isBusy, setIsBusy] = useState(false);
  const notify = useNotify();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const take = async (step: () => Promise<unknown>, words: string) => {
    if (isBusy) return;
    setIsBusy(true);
    try {
      await step();
      notify(words, { type: 'success' });
      await queries.invalidateQueries({ queryKey: ['today'] });
      await queries.invalidateQueries({ queryKey: ['day-offers'] });
      refresh();
    } catch (error) {
      notify(sentenceOf(error), { type: 'error', autoHideDuration: null });
    } finally {
      setIsBusy(false);
    }
  };
  return { take, isBusy };
}
