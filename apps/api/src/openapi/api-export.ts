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

/** A success answer that is a CSV file or an Excel workbook. */
export const exportedFile = (description: string, example: { name: string; content: string }) => ({
  description,
  headers: {
    'Content-Disposition': {
      description: 'Its name.',
      required: true,
      schema: { type: 'string' as const },
      example: `attachment; filename="${example.name}"`,
    },
  },
  content: {
    'text/csv': { ...FILE, example: example.content },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': FILE,
  },
});

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
    ApiOkResponse(
      exportedFile('The whole list as a file; one that breaks off is not whole.', {
        name: `${list}-2024-11-20.csv`,
        content: 'URN,School\r\n117101,Mill Lane School\r\n',
      }),
    ),
    ApiUnprocessableEntityResponse({ description: 'More rows than a sheet of Excel holds.' }),
  );
}
