import { useCallback } from 'react';
import * as api from '../api.ts';
import { usePhone } from '../device/context.ts';
import type { Open } from '../layout.ts';
import { useWords } from '../settings.tsx';
import { WebApp } from '../web-app/web-app.tsx';

/** The app of a bot whose link asks for it: the one behind its menu button. */
const appOf = async (person: number, bot: number | string): Promise<string | undefined> => {
  const { menu_button: button } = await api.extras({ person, chat: bot });
  return button?.web_app?.url;
};

/** Goes where a link inside Telegram leads: to a chat, into one by invitation, or to a bot's Mini App. */
export const useEnter = (from?: number) => {
  const say = useWords();
  const { person, open, present, toast, attempt } = usePhone();
  return useCallback(
    async (link: Open) => {
      const { chat, app } = link;
      if (String(chat).startsWith('https://')) {
        await attempt(async () => {
          const joined = await api.join({ person: person.id, chat });
          if (joined.status === 'requested') toast(say('requestSent'));
          else open({ chat: joined.chat });
        });
        return;
      }
      let url: string | undefined;
      if (app !== undefined) {
        await attempt(async () => {
          url = await appOf(person.id, chat);
        });
      }
      if (url === undefined) return open(link);
      const start = app === undefined || app === '' ? {} : { startParam: app };
      const place = from === undefined ? {} : { chat: from };
      present(
        <WebApp
          app={{ bot: chat, url, from: 'link', ...start, ...place }}
          name={String(chat)}
          onClose={() => present(undefined)}
        />,
      );
    },
    [person.id, open, present, toast, attempt, say, from],
  );
};
