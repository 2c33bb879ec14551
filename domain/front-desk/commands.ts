import type { T } from './dialogue.types.ts';

/** The commands that customers see in the menu, in its order, each with its description. */
export const COMMANDS: readonly { readonly name: string; readonly description: T }[] = [
  { name: 'new', description: { key: 'command-new' } },
  { name: 'status', description: { key: 'command-status' } },
  { name: 'cabinet', description: { key: 'command-cabinet' } },
  { name: 'human', description: { key: 'command-human' } },
  { name: 'language', description: { key: 'command-language' } },
  { name: 'quiet', description: { key: 'command-quiet' } },
  { name: 'privacy', description: { key: 'command-privacy' } },
  { name: 'cancel', description: { key: 'command-cancel' } },
  { name: 'help', description: { key: 'command-help' } },
];
