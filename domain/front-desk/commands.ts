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

/** What words behind a command are: its own, a message beside it, or all there is because nobody knows the command. */
export function takesWords(name: string): 'own' | 'beside' | 'unknown' {
  if (name === 'start' || name === 'language') return 'own';
  return COMMANDS.some((known) => known.name === name) ? 'beside' : 'unknown';
}
