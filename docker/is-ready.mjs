// Health check of a container: `node docker/is-ready.mjs <port>` succeeds while the process there can do its work.
// (The image has no curl.)
const url = `http://127.0.0.1:${process.argv[2]}/health/ready`;
const ready = await fetch(url, { signal: AbortSignal.timeout(4000) }).then((answer) => answer.ok, () => false);
process.exitCode = ready ? 0 : 1;
