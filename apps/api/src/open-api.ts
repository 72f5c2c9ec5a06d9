import { DiscoveryService, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ROUTE_ACCESS, type RouteAccess } from '#platform';

const operationKey = (controller: string, method: string): string => `${controller.replace(/Controller$/, '')}_${method}`;

/** The OpenAPI 3.1 document of every route, each with `x-permission`: permissions of which one is needed (`a | b`), `signed-in` or `public`. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Pamong')
    .setDescription('Errors are application/problem+json: type, title, status, detail, code, errors[{field, code, message}]. Lists answer {items, next}.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: operationKey });
  const permissions = declaredPermissions(app);
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path ?? {}) as { operationId?: string; security?: unknown[] }[]) {
      const permission = permissions.get(operation?.operationId ?? '');
      if (!permission) continue;
      Object.assign(operation, { 'x-permission': permission });
      if (permission === 'public') operation.security = [];
    }
  }
  return document;
}

/** What each controller method declares with `@Allow` or `@Public`, by operation id. */
export function declaredPermissions(app: NestFastifyApplication): Map<string, string> {
  const reflector = app.get(Reflector);
  const declared = new Map<string, string>();
  for (const { metatype } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
      if (typeof method !== 'function' || name === 'constructor') continue;
      const access = reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [method as () => unknown, metatype]);
      if (access) declared.set(operationKey(metatype.name, name), access.public ? 'public' : access.permissions.join(' | ') || 'signed-in');
    }
  }
  return declared;
}
