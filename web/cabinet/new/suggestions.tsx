import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useText } from '../../ui/i18n.tsx';
import { foundQuery, useSettled } from '../help/queries.ts';
import { Group, LinkRow } from '../kit/group.tsx';

const SHORTEST = 8;
const MOST = 3;

/** What may answer a question while it is being written (B4); it never stands in the way of sending it. */
export function Suggestions({ words }: { words: string }) {
  const text = useText();
  const settled = useSettled(words.trim());
  const query = useQuery({
    ...foundQuery(settled, MOST),
    enabled: settled.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  const found = settled.length < SHORTEST ? [] : (query.data?.found ?? []);
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <Group heading={text('cabinet-suggest')} hint={text('cabinet-suggest-hint')}>
          {found.slice(0, MOST).map(({ slug, title, language }) => (
            <LinkRow key={slug} to={`/help/${slug}`} label={<span lang={language}>{title}</span>} />
          ))}
        </Group>
      )}
    </div>
  );
}
