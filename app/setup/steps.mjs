/** The steps of `npm run check`. Each tells in `output` what is wrong, and can be run on another tree to see it fail there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeToRun } from './install.mjs';
import { collect, root as own } from './programs.mjs';

/** @typedef {{ok: boolean, output: string}} Verdict */
/** @typedef {{name: string, run: (root: string) => Promise<Verdict>}} Step */

const programs = {
  biome: '@biomejs/biome/bin/biome',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'knip/bin/knip.js',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript7/bin/tsc',
};

/** @param {keyof typeof programs} name @param {string[]} args @param {string} root */
export async function tool(name, args, root) {
  return collect([nodeToRun(), join(own, 'node_modules', programs[name]), ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, GITHUB_ACTIONS: undefined },
  });
}

/** The folders of ours that are there. @param {string} root */
export function folders(root) {
  const known = ['app', 'base', 'bench', 'contract', 'domain', 'edges', 'sandbox', 'test', 'web'];
  return known.filter((folder) => existsSync(join(root, folder)));
}

/** The longest first. @type {Step[]} */
export const steps = [
  { name: 'types', run: types },
  { name: 'lint', run: lint },
  { name: 'dead code', run: simple('knip', ['--no-progress', '--no-config-hints']) },
  { name: 'layers', run: layers },
  { name: 'laws', run: laws },
  { name: 'format', run: simple('biome', ['check', '--max-diagnostics=200', '--reporter=summary']) },
];

/** A tool whose exit code is the verdict. @returns {Step['run']} */
function simple(name, args) {
  return async (root) => {
    const ended = await tool(name, args, root);
    return { ok: ended.code === 0, output: ended.output };
  };
}

/** @param {string} root @returns {Promise<Verdict>} */
async function lint(root) {
  const ended = await tool('oxlint', ['--type-aware', '--deny-warnings', '--format=unix'], root);
  return { ok: ended.code === 0, output: ended.output };
}

/** @param {string} root @returns {Promise<Verdict>} */
async function laws(root) {
  const ended = await collect([nodeToRun(), join(own, 'app', 'setup', 'laws.mjs'), root]);
  return { ok: ended.code === 0, output: ended.output };
}

/** All tsconfig files of ours, one after the other. @param {string} root @returns {Promise<Verdict>} */
async function types(root) {
  const configs = [
    'tsconfig.json',
    'web/tsconfig.json',
    'sandbox/phone/tsconfig.json',
    'web/cabinet/tsconfig.json',
  ];
  const outputs = [];
  let ok = true;
  for (const config of configs.filter((file) => existsSync(join(root, file)))) {
    const ended = await tool('tsc', ['-p', config, '--pretty', 'false'], root);
    ok &&= ended.code === 0;
    outputs.push(ended.output);
  }
  return { ok, output: outputs.join('') };
}

/** A cruise that saw no modules is a broken one, whatever it says. @param {string} root @returns {Promise<Verdict>} */
async function layers(root) {
  const { modules, problems, failure } = await cruise(root);
  if (failure) return { ok: false, output: failure };
  return {
    ok: problems.length === 0 && modules.length > 0,
    output: [...problems, `${modules.length} modules`].join('\n'),
  };
}

/**
 * Who imports whom.
 * @param {string} root
 * @returns {Promise<{modules: {source: string, dependencies: {resolved: string}[]}[], problems: string[], failure?: string}>}
 */
export async function cruise(root) {
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders(root)];
  const ended = await tool('depcruise', args, root);
  try {
    const { modules, summary } = JSON.parse(ended.stdout);
    const problems = summary.violations.map(({ rule, from, to, cycle }) => {
      const ring = cycle ? ` → ${cycle.map((step) => step.name).join(' → ')}` : ` → ${to}`;
      return `${rule.name}: ${from}${ring}`;
    });
    return {
      modules: modules.filter(({ source }) => existsSync(join(root, source)) && ours(source)),
      problems,
    };
  } catch {
    return { modules: [], problems: [], failure: ended.output };
  }
}

function ours(source) {
  return !source.includes('node_modules');
}
