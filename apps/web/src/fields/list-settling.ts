import { createContext, useContext } from 'react';

/**
 * Whether what was typed into the filters is not in the list yet: its rows are those of before, and
 * none of them may be ticked unawares.
 */
export const ListSettling = createContext(false);
export const useListSettling = (): boolean => useContext(ListSettling);
