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

/** `POST /api/imports/:id/visitors`: whose name this is; null forgets it. Answers the reading. */
export interface VisitorChoice {
  name: string;
  userId: string | null;
}
