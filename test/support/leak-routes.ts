import type { OpenAPIObject } from '@nestjs/swagger';

/** One route of the live document. */
export interface Operation {
  readonly method: string;
  /** With its parameters in braces, as in OpenAPI. */
  readonly path: string;
  /** Permissions of which one is needed, `signed-in` or `public`. */
  readonly permission: string;
  /** Names of what it takes: `path:id`, `query:after`, `body:residentId`, `body:signatory.officialId`. */
  readonly takes: readonly string[];
}

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
}

interface LiveOperation {
  'x-permission'?: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

/** Every route of the document, by path and method. */
export function operationsOf(document: OpenAPIObject): Operation[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const found: Operation[] = [];
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, live] of Object.entries(methods as Record<string, LiveOperation>)) {
      const parameters = (live.parameters ?? []).filter((parameter) => parameter.in !== 'header').map((parameter) => `${parameter.in}:${parameter.name}`);
      const fields = Object.values(live.requestBody?.content ?? {}).flatMap(({ schema }) => fieldsOf(schema, schemas));
      found.push({ method: method.toUpperCase(), path, permission: live['x-permission'] ?? 'UNDECLARED', takes: [...parameters, ...fields.map((field) => `body:${field}`)] });
    }
  }
  return found.toSorted((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1));
}

function fieldsOf(schema: Schema | undefined, schemas: Record<string, Schema>, prefix = ''): string[] {
  if (!schema) return [];
  if (schema.$ref) return fieldsOf(schemas[schema.$ref.split('/').at(-1) ?? ''], schemas, prefix);
  if (schema.items) return fieldsOf(schema.items, schemas, prefix);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [`${prefix}${name}`, ...fieldsOf(inner, schemas, `${prefix}${name}.`)]);
  return [...own, ...(schema.allOf ?? []).flatMap((part) => fieldsOf(part, schemas, prefix))];
}
