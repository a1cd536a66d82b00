import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import type { Component } from '@tracker/contract/shapes';
import type { ListSpec } from '../http/list-query';
import { filterParameter, RANGE_PARAMETER, sortParameter } from './list-parameters';

/** A success answer that is one record, for `@ApiOkResponse` and its kin. */
export const one = <T>({ description, schema, example }: Component<T>) => ({
  description,
  content: { 'application/json': { schema, example } },
});

/** A success answer that is a list of records without pages. */
export const several = <T>(description: string, { schema, example }: Component<T>) => ({
  description,
  content: {
    'application/json': { schema: { type: 'array', items: schema }, example: [example] },
  },
});

/**
 * Describes the list of a resource: its filters and sorts, its page and `Content-Range`.
 *
 * @param resource as `Content-Range` calls it
 */
export function ApiList<T>(
  resource: string,
  spec: ListSpec,
  { schema, example }: Component<T>,
): MethodDecorator {
  return applyDecorators(
    ApiQuery(filterParameter(spec)),
    ApiQuery(RANGE_PARAMETER),
    ApiQuery(sortParameter(spec)),
    ApiOkResponse({
      description: 'A page of the list.',
      headers: {
        'Content-Range': {
          description: 'Which rows these are, and of how many; * for an empty page.',
          required: true,
          schema: { type: 'string' },
          example: `${resource} 0-24/531`,
        },
      },
      content: {
        'application/json': { schema: { type: 'array', items: schema }, example: [example] },
      },
    }),
  );
}
