/** A schema of OpenAPI 3.0, as much of it as is used here. */
export interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  description?: string;
  example?: unknown;
  enum?: unknown[];
  nullable?: boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  items?: AnySchema;
  properties?: Record<string, AnySchema>;
  required?: string[];
  additionalProperties?: boolean | AnySchema;
  anyOf?: AnySchema[];
  oneOf?: AnySchema[];
}

/** A schema, or a reference to one. */
export type AnySchema = Schema | { $ref: string };

/** How a value of type T is described, with one such value. */
export interface Shape<T> {
  schema: AnySchema;
  example: T;
  /** Never there: makes tsc refuse a shape of `string` where `string | null` is to be described. */
  readonly takes?: (value: T) => void;
}

type AnyShape = Pick<Shape<unknown>, 'schema' | 'example'>;

/** A shape for each field of an object. */
type Fields = Readonly<Record<string, AnyShape>>;

/** A field that may be absent. */
interface Optional {
  readonly optional: true;
}

type Flat<T> = { [K in keyof T]: T[K] };
type Described<F> = Flat<
  { [K in keyof F as F[K] extends Optional ? never : K]: TypeOf<F[K]> } & {
    [K in keyof F as F[K] extends Optional ? K : never]?: TypeOf<F[K]>;
  }
>;

/** The type that a shape, or an object of shapes, describes. */
export type TypeOf<S> = S extends AnyShape ? S['example'] : Described<S>;

/** A type of the API under `components.schemas`; as a shape it refers to that. */
export interface Component<T> extends Shape<T> {
  name: string;
  description: string;
  definition: Schema;
}

/**
 * Declares an object of the API, once: its type is `TypeOf` this, the description of the API and the
 * test of its answers follow it. One whose type is the domain's is declared as `Component<ThatType>`,
 * and tsc fails when the two drift apart.
 */
export function shape<F extends Fields>(
  name: string,
  description: string,
  fields: F,
): Component<Described<F>> {
  const entries = Object.entries(fields);
  const properties = Object.fromEntries(
    entries.map(([field, { schema, example }]): [string, AnySchema] => [
      field,
      '$ref' in schema ? schema : { ...schema, example },
    ]),
  );
  const required = entries.filter(([, each]) => !('optional' in each)).map(([field]) => field);
  return {
    name,
    description,
    // An empty list of them is none in OpenAPI.
    definition: {
      ...{ type: 'object', description, properties },
      ...(required.length > 0 && { required }),
    },
    schema: { $ref: `#/components/schemas/${name}` },
    example: Object.fromEntries(
      entries.map(([field, { example }]) => [field, example]),
    ) as Described<F>,
  };
}

/** A field that may be absent. */
export const optional = <T>(of: Shape<T>): Shape<T> & Optional => ({ ...of, optional: true });

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
/** @param minimum null for one that may be below nought as far as it likes */
export const integer = (example: number, minimum: number | null = 0): Shape<number> => ({
  schema: { type: 'integer', ...(minimum !== null && { minimum }) },
  example,
});
export const decimal = (
  example: number,
  limits: Pick<Schema, 'minimum' | 'maximum'> = {},
): Shape<number> => ({ schema: { type: 'number', ...limits }, example });
export const amount = (example: number) => decimal(example, { minimum: 0 });
export const percentage = (example: number) => decimal(example, { minimum: 0, maximum: 100 });
export const flag = (example: boolean): Shape<boolean> => ({
  schema: { type: 'boolean' },
  example,
});

/** An object of whatever there is. */
export const anything = (example: Record<string, unknown>): Shape<Record<string, unknown>> => ({
  schema: { type: 'object', additionalProperties: true },
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

/** The same with another example. */
export const showing = <T>(example: T, { schema }: Shape<T>): Shape<T> => ({ schema, example });

function formatted(format: string, example: string): Shape<string> {
  return { schema: { type: 'string', format }, example };
}
