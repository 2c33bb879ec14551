import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { learnLanguages, saveLanguageModel } from '../../domain/knowledge/index.ts';
import type { Command } from '../command.ts';
import { LANGUAGE_MODEL, languageSamples } from '../eval/language-data.ts';

/** Writes the models that ship with the desk anew, from files of examples (`content/models/NOTICE.md`). */
export const learnCommand: Command = {
  summary: 'write the shipped model of languages anew: learn language --file F.jsonl',
  async run({ args, values, tell }) {
    if (args[0] !== 'language' || typeof values.file !== 'string')
      throw new Error('Usage: npm run nightdesk -- learn language --file F.jsonl');
    const samples = await languageSamples(values.file);
    const bytes = saveLanguageModel(learnLanguages(samples));
    await mkdir(dirname(LANGUAGE_MODEL), { recursive: true });
    await writeFile(LANGUAGE_MODEL, bytes);
    tell(`Learnt from ${samples.length} texts: ${LANGUAGE_MODEL}, ${bytes.length} bytes.`);
    return { code: 0, json: { samples: samples.length, bytes: bytes.length } };
  },
};
