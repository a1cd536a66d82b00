import { applyDecorators } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { EXPORT_COLUMNS, EXPORT_FORMATS, type ExportedList } from '@tracker/contract';
import type { ListSpec } from '../http/list-query';
import { filterParameter, sortParameter } from './list-parameters';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** Describes the export of a list. */
export function ApiExport(list: ExportedList, spec: ListSpec, summary: string): MethodDecorator {
  const columns: readonly string[] = EXPORT_COLUMNS[list];
  return applyDecorators(
    ApiOperation({ summary }),
    ApiQuery({
      name: 'format',
      required: false,
      description: 'CSV unless Excel is asked for.',
      schema: { type: 'string', enum: [...EXPORT_FORMATS], example: 'csv' },
    }),
    ApiQuery({
      name: 'columns',
      required: false,
      description: 'The columns wanted as a JSON list, in their order; all of them without it.',
      content: {
        'application/json': {
          schema: { type: 'array', items: { type: 'string', enum: [...columns] } },
          example: columns.slice(0, 2),
        },
      },
    }),
    ApiQuery(filterParameter(spec)),
    ApiQuery(sortParameter(spec)),
    ApiOkResponse({
      description: 'The whole list as a file; one that breaks off is not whole.',
      headers: {
        'Content-Disposition': {
          description: 'Its name.',
          required: true,
          schema: { type: 'string' },
          example: `attachment; filename="${list}-2024-11-20.csv"`,
        },
      },
      content: {
        'text/csv': { ...FILE, example: 'URN,School\r\n117101,Mill Lane School\r\n' },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': FILE,
      },
    }),
    ApiUnprocessableEntityResponse({ description: 'More rows than a sheet of Excel holds.' }),
  );
}
