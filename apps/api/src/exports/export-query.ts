import { EXPORT_FORMATS, type ExportFormat } from '@tracker/contract';
import { shorten } from '@tracker/domain';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { type RawListQuery, SHOWN_OF_NAME } from '../http/list-query';
import { malformed } from '../http/problem';

/** The query string of every export. */
export class ExportQueryDto {
  @IsOptional()
  @IsIn(EXPORT_FORMATS, { message: 'format is csv or xlsx.' })
  format?: ExportFormat;

  @IsOptional()
  @IsString()
  filter?: string;

  @IsOptional()
  @IsString()
  sort?: string;

  @IsOptional()
  @IsString()
  columns?: string;
}

/** The part of it that a list takes. */
export const listPartOf = ({ filter, sort }: ExportQueryDto): RawListQuery => ({
  ...(filter !== undefined && { filter }),
  ...(sort !== undefined && { sort }),
});

/**
 * The columns asked for, in that order; all of them when none are named.
 *
 * @param known columns of the list
 * @throws 400 naming the one that the list does not have
 */
export function readColumns(text: string | undefined, known: readonly string[]): string[] {
  if (text === undefined || text === '') return [...known];
  const wanted = parsed(text);
  if (!areNames(wanted)) throw wrong('columns is a list of different names: ["name","town"].');
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const named = shorten(unknown, SHOWN_OF_NAME);
    throw wrong(`There is no column "${named}"; there are ${known.join(', ')}.`);
  }
  return wanted;
}

const areNames = (wanted: unknown): wanted is string[] =>
  Array.isArray(wanted) &&
  wanted.length > 0 &&
  wanted.every((name) => typeof name === 'string') &&
  new Set(wanted).size === wanted.length;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const wrong = (message: string) => malformed(message, [{ field: 'columns', message }]);
