import type {
  HandedBackFor,
  Question as ReadingQuestion,
  SheetReading,
  VisitRowOutcome,
} from '@tracker/domain';
import type { VisitReadingOptions } from './visit-sheets';

export type {
  ColumnReading as SheetColumn,
  ColumnUse,
  LinesPassedOver,
  Question as ReadingQuestion,
  SheetReading,
} from '@tracker/domain';

/** One person who came, as the file names them; "CL & NR" are two. */
export interface VisitorOfFile {
  name: string;
  /** Rows that name them. */
  rows: number;
  /** The account; null where the name is kept as it is written. */
  userId: string | null;
  userName: string | null;
  /** `account` has that very name; `remembered` somebody has said so once. */
  known: 'account' | 'remembered' | null;
  /** The one active account with these initials, for a person to confirm. */
  suggestedUserId: string | null;
}

/** How a file of visits was read. */
export interface VisitReading {
  importId: string;
  /** The version of the import it belongs to. */
  version: number;
  sheets: SheetReading[];
  questions: ReadingQuestion[];
  /** What else is to be known: a wrong byte, a stray quote; sentences. */
  notices: string[];
  visitors: VisitorOfFile[];
  counts: Record<VisitRowOutcome, number>;
  /** Of those handed back, how many for what. */
  handedBack: Partial<Record<HandedBackFor, number>>;
  options: VisitReadingOptions;
  /** Whether it can be written as it is: checked, and nothing is waiting. */
  mayRun: boolean;
}

/** `POST /api/imports/:id/visitors`: whose name this is; null forgets it. Answers the reading. */
export interface VisitorChoice {
  name: string;
  userId: string | null;
}
