import type { OpenAPIObject } from '@nestjs/swagger';

type Components = NonNullable<OpenAPIObject['components']>;
/** A schema of OpenAPI 3.0, or a reference to one. */
export type AnySchema = NonNullable<Components['schemas']>[string];
export type Schema = Exclude<AnySchema, { $ref: string }>;

/** How a value of type T is described, with one such value. */
export interface Shape<T> {
  schema: AnySchema;
  example: T;
  /** Never there: makes tsc refuse a shape of `string` where `string | null` is to be described. */
  readonly takes?: (value: T) => void;
}

/** A shape for each field of a type of the contract, no more and no fewer. */
export type Shapes<T> = { [K in keyof T]-?: Shape<Required<T>[K]> };

/** A type of the contract under `components.schemas`; as a shape it refers to that. */
export interface Component<T> extends Shape<T> {
  name: string;
  description: string;
  definition: Schema;
}

/**
 * Describes a type of the contract field by field; tsc fails when the two drift apart.
 *
 * @param optional the fields that may be absent
 */
export function component<T extends object>(
  name: string,
  description: string,
  shapes: Shapes<T>,
  optional: readonly (keyof T)[] = [],
): Component<T> {
  const fields = Object.entries(shapes) as [string, Shape<unknown>][];
  const properties = Object.fromEntries(
    fields.map(([field, { schema, example }]): [string, AnySchema] => [
      field,
      '$ref' in schema ? schema : { ...schema, example },
    ]),
  );
  const required = Object.keys(shapes).filter((field) => !optional.includes(field as keyof T));
  return {
    name,
    description,
    definition: { type: 'object', description, required, properties },
    schema: { $ref: `#/components/schemas/${name}` },
    example: Object.fromEntries(fields.map(([field, { example }]) => [field, example])) as T,
  };
}

export const text = (example: string): Shape<string> => ({ schema: { type: 'string' }, example });
export const uuid = (example: string): Shape<string> => formatted('uuid', example);
/** A calendar date, YYYY-MM-DD. */
export const day = (example: string): Shape<string> => formatted('date', example);
export const instant = (example: string): Shape<string> => formatted('date-time', example);
export const email = (example: string): Shape<string> => formatted('email', example);
/** A text that a regular expression describes. */
export const matching = (pattern: string, example: string): Shape<string> => ({
  schema: { type: 'string', pattern },
  example,
});
export const integer = (example: number, minimum = 0): Shape<number> => ({
  schema: { type: 'integer', minimum },
  example,
});
export const percent = (example: number): Shape<number> => ({
  schema: { type: 'number', minimum: 0, maximum: 100 },
  example,
});
export const flag = (example: boolean): Shape<boolean> => ({
  schema: { type: 'boolean' },
  example,
});

export function oneOf<const T extends string | number>(
  values: readonly T[],
  example: NoInfer<T>,
): Shape<T> {
  const type = typeof example === 'number' ? 'integer' : 'string';
  return { schema: { type, enum: [...values] }, example };
}

export const listOf = <T>({ schema, example }: Shape<T>): Shape<T[]> => ({
  schema: { type: 'array', items: schema },
  example: [example],
});

/** The same or null. In OpenAPI 3.0 `nullable` helps neither beside an enum without null nor beside a `$ref`. */
export function orNull<T>(
  { schema, example }: Shape<T>,
  shown: T | null = example,
): Shape<T | null> {
  if ('$ref' in schema) {
    const nothing: Schema = { type: 'object', nullable: true, enum: [null] };
    return { schema: { anyOf: [schema, nothing] }, example: shown };
  }
  const values = schema.enum && { enum: [...(schema.enum as unknown[]), null] };
  return { schema: { ...schema, ...values, nullable: true }, example: shown };
}

/** The same with a sentence about it. */
export const note = <T>(description: string, { schema, example }: Shape<T>): Shape<T> => ({
  schema: '$ref' in schema ? schema : { ...schema, description },
  example,
});

function formatted(format: string, example: string): Shape<string> {
  return { schema: { type: 'string', format }, example };
}
