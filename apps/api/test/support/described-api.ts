import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Response } from 'supertest';
import { type Method, METHODS, type Operation } from '../../src/openapi/complete-document';
import type { Response as DescribedResponse } from '../../src/openapi/problems';
import type { Agent } from './test-api';

export interface Call {
  method: Method;
  /** As the document writes it, `/api/schools/{id}`. */
  path: string;
  /** Takes the place of the path's parameter. */
  id?: string;
  /** Of a row within the record. */
  rowId?: string;
  query?: Record<string, string>;
  body?: object;
  /** Sent as multipart with the fields of `body` beside it. */
  file?: { name: string; content: string };
}

/** The description of the API, and calls whose answers are held to it. */
export class DescribedApi {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  /** By pointer; to compile one takes far longer than to use it. */
  private readonly validators = new Map<string, ValidateFunction>();
  /** Routes that gave a success: `get /api/schools`. */
  readonly walked = new Set<string>();

  constructor(readonly document: OpenAPIObject) {
    addFormats(this.ajv);
    this.ajv.addSchema(closed(document) as object, 'api');
  }

  /** Every operation: `[method, path, operation]`. */
  operations(): [Method, string, Operation][] {
    return Object.entries(this.document.paths).flatMap(([path, item]) =>
      METHODS.flatMap((method): [Method, string, Operation][] => {
        const operation = item[method];
        return operation ? [[method, path, operation]] : [];
      }),
    );
  }

  /** What is wrong with a value, by the schema at a JSON pointer; null when nothing is. */
  faults(pointer: readonly string[], value: unknown): string | null {
    const validate = this.validatorAt(pointer);
    return validate(value) ? null : this.ajv.errorsText(validate.errors);
  }

  private validatorAt(pointer: readonly string[]): ValidateFunction {
    const fragment = pointer.map((part) => part.replace(/~/g, '~0').replace(/\//g, '~1'));
    const $ref = `api#/${fragment.map(encodeURI).join('/')}`;
    const validate = this.validators.get($ref) ?? this.ajv.compile({ $ref });
    this.validators.set($ref, validate);
    return validate;
  }

  /** The answer to a status, and where it stands in the document. */
  response({ method, path }: Pick<Call, 'method' | 'path'>, status: number | string) {
    const response = this.document.paths[path]?.[method]?.responses[status];
    if (!response) throw new Error(`${method} ${path} is not described as answering ${status}`);
    if (!('$ref' in response)) {
      return { pointer: ['paths', path, method, 'responses', String(status)], response };
    }
    const name = response.$ref.split('/').at(-1) as string;
    const shared = this.document.components?.responses?.[name] as DescribedResponse;
    return { pointer: ['components', 'responses', name], response: shared };
  }

  /** Calls a route and holds body and answer to what is described; a body only when it was taken. */
  async call(agent: Agent, call: Call): Promise<Response> {
    const { method, path, id = '', rowId = '', query = {}, body, file } = call;
    const address = path.replace(/\{\w+\}/, id).replace('{rowId}', rowId);
    let request = agent[method](address).query(query);
    if (file) {
      for (const [field, value] of Object.entries(body ?? {})) request.field(field, value);
      request = request.attach('file', Buffer.from(file.content), file.name);
    } else if (body) request = request.send(body);
    const answer = await request;
    this.hold(call, answer);
    if (answer.ok) {
      this.walked.add(`${method} ${path}`);
      if (body && !file) {
        if (!this.document.paths[path]?.[method]?.requestBody) {
          throw new Error(`${method} ${path} is not described as taking a body`);
        }
        const at = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
        expect([path, this.faults(at, body)]).toEqual([path, null]);
      }
    }
    return answer;
  }

  private hold({ method, path }: Call, answer: Response): void {
    const what = `${method} ${path} ${answer.status}`;
    const { pointer, response } = this.response({ method, path }, answer.status);
    for (const header of Object.keys(response.headers ?? {})) {
      expect([what, header, header.toLowerCase() in answer.headers]).toEqual([what, header, true]);
    }
    const sent = String(answer.headers['content-type']);
    const types = Object.keys(response.content ?? {});
    // A list is exported as one of two kinds.
    const type = types.find((one) => sent.includes(one)) ?? types[0];
    if (type === undefined) return expect([what, answer.text]).toEqual([what, '']);
    expect([what, answer.headers['content-type']]).toEqual([what, expect.stringContaining(type)]);
    const value: unknown = type.endsWith('json') ? JSON.parse(answer.text) : (answer.text ?? '');
    expect([what, this.faults([...pointer, 'content', type, 'schema'], value)]).toEqual([
      what,
      null,
    ]);
  }
}

/** The same document, in which an object has no properties but those named. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  return copy['type'] === 'object' &&
    copy['properties'] &&
    copy['additionalProperties'] === undefined
    ? { ...copy, additionalProperties: false }
    : copy;
}
