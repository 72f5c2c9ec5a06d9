// `npm run demo`. This file must load in any Node that knows modules, so that an old one hears why it will not do.
const wanted = [20, 19];
const running = process.versions.node.split('.').map(Number);
if (running[0] < wanted[0] || (running[0] === wanted[0] && running[1] < wanted[1])) {
  console.error(`Pamong needs Node ${wanted.join('.')} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
} else {
  import('./run-demo.mjs').then((demo) => demo.runDemo(process.argv.slice(2)));
}
