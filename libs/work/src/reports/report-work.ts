import type { Readable } from 'node:stream';
import type { Day, ReportFormat, ReportParameters } from '@tracker/domain';
import type { EntityManager } from 'typeorm';

/** What a report is made with. */
export interface ReportWork {
  /** Reads everything as it is at one moment; nothing is to be written through it. */
  manager: EntityManager;
  reportId: string;
  format: ReportFormat;
  parameters: ReportParameters;
  today: Day;
  /** Told how far it has come, 0 to 1. */
  reached: (share: number) => void;
}

/**
 * How one kind of report is made. The file may still be read from the database while it is read.
 *
 * @throws ReportProblem when it cannot be made as it was asked for
 */
export type MakeReport = (work: ReportWork) => Promise<Readable>;
