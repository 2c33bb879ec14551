import type { Api } from 'grammy';
import { LANGUAGES, type Translate } from '../../base/i18n/index.ts';
import { COMMANDS } from '../../domain/front-desk/index.ts';

/** Tells Telegram the bot's menu of commands, in every language served. Doing it again changes nothing. */
export async function introduce(api: Api, translate: Translate): Promise<void> {
  for (const language of LANGUAGES) {
    const commands = COMMANDS.map(({ name, description }) => ({
      command: name,
      description: translate(language, description.key),
    }));
    await api.setMyCommands(commands, { language_code: language });
    // Whoever speaks another language reads English.
    if (language === 'en') await api.setMyCommands(commands);
  }
}
