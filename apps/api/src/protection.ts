import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Env } from '#platform';

/**
 * Headers on every answer, and the refusal of state-changing requests a browser sends for another site
 * (Sec-Fetch-Site, else Origin against Host). The refresh cookie is SameSite=Strict besides; everything
 * else needs a bearer token no browser adds by itself. A proxy must hand on the Host header.
 */
export function protect(app: NestFastifyApplication, env: Env): void {
  const https = env.production;
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
        // The admin's component library writes its styles into the page.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", 'blob:'],
        // Letters are shown as PDF beside their form: pdf.js in a worker, or the browser's own viewer.
        'worker-src': ["'self'", 'blob:'],
        'frame-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'manifest-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        ...(https ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: https,
    // Means something on a secure origin only; on plain http browsers complain about it.
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
  });
  app.enableCsrfProtection();
}
