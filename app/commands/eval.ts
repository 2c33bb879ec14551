import { readFile } from 'node:fs/promises';
import { createLog } from '../../base/log.ts';
import { type Embedder, loadLanguageModel } from '../../domain/knowledge/index.ts';
import { embedder } from '../../edges/language-model/index.ts';
import type { Call, Command } from '../command.ts';
import { evalKnowledge } from '../eval/knowledge.ts';
import { evalLanguage } from '../eval/language.ts';
import { LANGUAGE_MODEL } from '../eval/language-data.ts';
import { evalTopics } from '../eval/topics.ts';

type Measure = (call: Call) => Promise<object>;

const MEASURES: Record<string, Measure> = {
  knowledge: async (call) =>
    evalKnowledge(
      { articles: file(call, 'articles'), queries: file(call, 'queries') },
      call.values.embeddings === true ? endpointOf(call) : undefined,
    ),
  topics: async (call) => evalTopics({ train: file(call, 'train'), test: file(call, 'test') }),
  language: async (call) => {
    const path = file(call, 'file');
    return evalLanguage(loadLanguageModel(await readFile(LANGUAGE_MODEL)), path);
  },
};

/** The endpoint that the settings name. */
function endpointOf({ config, tell }: Call): Embedder {
  const { AI_URL: url, AI_EMBEDDING_MODEL: model, AI_KEY: key } = config;
  if (!url || !model) throw new Error('eval knowledge --embeddings needs AI_URL and AI_EMBEDDING_MODEL');
  tell(`articles and queries go to ${new URL(url).host}`);
  const log = createLog({ level: config.LOG_LEVEL, secrets: key === undefined ? [] : [key] });
  return embedder({ url, model, ...(key === undefined ? {} : { key }) }, { log, count: () => {} });
}

function file({ args, values }: Call, option: string): string {
  const value = values[option];
  if (typeof value !== 'string' || value === '')
    throw new Error(`eval ${args[0]} needs --${option} with a file of one JSON object a line`);
  return value;
}

/** Measures search, topics and languages on files of examples, without a database (`docs/quality.md`). */
export const evalCommand: Command = {
  summary: 'measure knowledge, topics or language on files of examples',
  async run(call) {
    const [name = ''] = call.args;
    const measure = Object.hasOwn(MEASURES, name) ? MEASURES[name] : undefined;
    if (!measure) {
      const names = Object.keys(MEASURES).join(' | ');
      throw new Error(`Usage: npm run nightdesk -- eval ${names} with its files; see docs/quality.md`);
    }
    const figures = await measure(call);
    if (!call.json) for (const line of readable(figures)) call.tell(line);
    return { code: 0, json: figures };
  },
};

function readable(figures: object, indent = ''): string[] {
  return Object.entries(figures).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? [`${indent}${name}`, ...readable(value, `${indent}  `)]
      : [`${indent}${name.padEnd(24 - indent.length)} ${Array.isArray(value) ? value.join(' ') : value}`],
  );
}
