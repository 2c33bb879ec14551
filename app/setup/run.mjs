// What the npm scripts call. It runs on any Node from 18 on, uses nothing that is not yet installed, and hands over to Node 24.
// Old Nodes must be able to read this file to be told that they are too old, so everything else is imported later.
const major = Number(process.versions.node.split('.')[0]);

if (major < 18) {
  process.stderr.write(
    `Nightdesk needs Node.js 18 or newer, and this is ${process.version}. See https://nodejs.org\n`,
  );
  process.exit(1);
}

void import('./commands.mjs').then(({ run }) => run(process.argv.slice(2)));
