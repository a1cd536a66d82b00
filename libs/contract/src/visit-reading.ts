export type {
  ColumnReading as SheetColumn,
  ColumnUse,
  LinesPassedOver,
  Question as ReadingQuestion,
  SheetReading,
} from '@tracker/domain';

/** Who came, as the file names them. */
export interface VisitorOfFile {
  name: string;
  /** Rows that name them. */
  rows: number;
  /** The account; null where the name is kept as it is written. */
  userId: string | null;
  userName: string | null;
  /** `account` has that very name; `remembered` somebody has said so once. */
  known: 'account' | 'remembered' | null;
}

/** `POST /api/imports/:id/visitors`: whose name this is; null forgets it. Answers the reading. */
export interface VisitorChoice {
  name: string;
  userId: string | null;
}
