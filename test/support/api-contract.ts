import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Media {
  readonly schema?: object;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly contact: Readonly<Record<string, string>> };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

interface Described {
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly operation: Operation;
}

const FORMATS = { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, date: /^\d{4}-\d\d-\d\d$/, email: true } as const;

/** What the description says, held against what the server answers. */
export class ApiContract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
  private readonly described: readonly Described[];
  private readonly known = new Map<string, ValidateFunction>();
  /** Operations that answered with success at least once. */
  readonly answered = new Set<string>();

  constructor(readonly document: OpenApiDocument) {
    const base = document.servers[0]?.url ?? '';
    this.ajv.addSchema({ $id: 'doc:', components: document.components });
    this.described = Object.entries(document.paths)
      .flatMap(([path, operations]) =>
        Object.entries(operations).map(([method, operation]) => ({
          method: method.toUpperCase(),
          path,
          pattern: new RegExp(`^${base}${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
          operation,
        })),
      )
      .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  }

  /** Everything that is described: `POST /tools`. */
  operations(): readonly string[] {
    return this.described.map(({ method, path }) => `${method} ${path}`);
  }

  /** Every schema of the document, ready to check with. */
  compileAll(): void {
    for (const { operation } of this.described)
      for (const { schema } of [operation.requestBody ?? {}, ...Object.values(operation.responses)].flatMap((one) =>
        Object.values('content' in one ? (one.content ?? {}) : {}),
      ))
        if (schema) this.validator(schema);
  }

  /** What is wrong with an answer; nothing when it is as described. */
  faultsOf(method: string, address: string, status: number, type: string, body: unknown): string[] {
    const path = address.split('?')[0] ?? '';
    const found = this.described.find((one) => one.method === method && one.pattern.test(path));
    const name = `${method} ${path}: ${status}`;
    if (!found) return [`${name} is not described`];
    const response = found.operation.responses[String(status)];
    if (!response) return [`${name} is not among its answers`];
    const media = Object.entries(response.content ?? {})[0];
    if (!media?.[1].schema || !type.startsWith(media[0])) return [`${name} is ${type}`];
    const validate = this.validator(media[1].schema);
    if (!validate(body)) return [`${name}: ${this.ajv.errorsText(validate.errors)}`];
    if (status < 300) this.answered.add(`${found.method} ${found.path}`);
    return [];
  }

  private validator(schema: object): ValidateFunction {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"doc:#/components/');
    const known = this.known.get(text);
    if (known) return known;
    const made = this.ajv.compile(JSON.parse(text) as object);
    this.known.set(text, made);
    return made;
  }
}
