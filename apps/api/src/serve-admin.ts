import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Addresses that are never a page of the admin. */
const notAPage = /^\/(api|health|assets)(\/|$)/;

/**
 * Serves the built admin from one directory: hashed assets for a year, the page itself unstored, and the
 * page for every address the admin's router knows. Nothing when the directory is not set or not built.
 */
export async function serveAdmin(app: NestFastifyApplication, directory: string): Promise<void> {
  if (!directory || !existsSync(join(directory, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // Imported here, because it require()s an ES module, which Jest on Node 20 cannot.
  const { default: files } = await import('@fastify/static');
  await fastify.register(files, {
    root: directory,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes(`${sep}assets${sep}`);
      void (reply as unknown as FastifyReply).header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = (request: FastifyRequest, reply: FastifyReply): unknown =>
    notAPage.test(request.url.split('?')[0] ?? '') ? reply.callNotFound() : reply.header('cache-control', 'no-cache').sendFile('index.html');
  fastify.get('/*', page);
}
