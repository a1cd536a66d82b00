/** As much of an OpenAPI 3.0 schema as it takes to make values up. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  example?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: string;
  schema?: Schema;
  /** A parameter that is JSON, the filter of a list for one. */
  content?: Record<string, { schema?: Schema }>;
}

interface DescribedOperation {
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}

export interface ApiDocument {
  paths: Record<string, Record<string, DescribedOperation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** One method at one address. */
export interface Operation {
  /** `GET`, `POST` .. */
  method: string;
  /** `/api/schools/{id}` */
  path: string;
  parameters: Parameter[];
  /** The media type it takes and what stands in it. */
  body?: { type: string; schema: Schema };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of the document, in its order. */
export function readOperations({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const described = item[method];
      if (!described) return [];
      const { parameters = [], requestBody } = described;
      const [body] = Object.entries(requestBody?.content ?? {});
      return {
        method: method.toUpperCase(),
        path,
        parameters,
        ...(body ? { body: { type: body[0], schema: body[1].schema ?? {} } } : {}),
      };
    }),
  );
}
