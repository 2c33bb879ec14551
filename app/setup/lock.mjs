// Completes package-lock.json: `node app/setup/lock.mjs`. Where the registry has no package for some other platform, npm leaves it out
// of the lock file, and `npm ci` then refuses the whole of it. Platform packages have exact versions and speaking names, so what is
// left out can be written from what depends on it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** @param {{packages: Record<string, any>}} lock @returns {Record<string, object>} the entries it lacks, by their place */
export function missingEntries({ packages }) {
  const missing = {};
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const present = places(place, name).some((candidate) => candidate in packages);
      if (present || !/^\d+\.\d+\.\d+/.test(version)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platform(name),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

/** Where Node would look for a package, the nearest place first. */
function places(from, name) {
  const steps = from === '' ? [] : from.split(/(?<=\/|^)node_modules\//).filter(Boolean);
  const found = [];
  for (let depth = steps.length; depth >= 0; depth--) {
    found.push(
      [...steps.slice(0, depth).map((step) => step.replace(/\/$/, '')), name]
        .map((step) => `node_modules/${step}`)
        .join('/'),
    );
  }
  return found;
}

/** @biomejs/cli-linux-x64-musl → cpu x64, libc musl, os linux */
function platform(name) {
  const words = name.split(/[-/]/);
  const known = (list) => words.filter((word) => list.includes(word));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.includes('gnu')
      ? ['glibc']
      : [];
  const facts = { cpu: known(processors), libc, os: known(systems) };
  return Object.fromEntries(Object.entries(facts).filter(([, list]) => list.length > 0));
}

function main() {
  const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock);
  const { '': root, ...packages } = { ...lock.packages, ...missing };
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  if (Object.keys(missing).length > 0)
    writeFileSync(file, `${JSON.stringify({ ...lock, packages: { '': root, ...sorted } }, null, 2)}\n`);
  process.stderr.write(`${Object.keys(missing).length} entries added to package-lock.json\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
