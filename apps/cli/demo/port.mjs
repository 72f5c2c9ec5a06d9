import { createServer } from 'node:net';

/** Can this process listen there? Tried on all addresses, as the applications do. */
export async function isPortFree(port) {
  for (const host of ['127.0.0.1', undefined]) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/** The first free port from `preferred` on. */
export async function freePort(preferred) {
  for (let port = preferred; port < preferred + 200; port++) if (await isPortFree(port)) return port;
  throw new Error(`no free port from ${preferred} to ${preferred + 199}`);
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
