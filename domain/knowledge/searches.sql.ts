import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';

/** Words that several people looked for; `answered`: how often one article surely answered. */
export type SearchCount = { words: string; language: Language; times: number; answered: number };

const MOST = 50;

/** What was looked for since a moment: the words most asked, and those most asked of which nothing surely answered half the time or more (M3). */
export async function countSearches(
  db: Db,
  since: Date,
): Promise<{ popular: SearchCount[]; unanswered: SearchCount[] }> {
  const counted = async (which: ReturnType<typeof sql>) =>
    (
      await sql<SearchCount>`
        select max(words) as words, language, count(*)::int as times, (count(*) filter (where found))::int as answered
        from knowledge_searches where at > ${since} group by plain, language ${which}
        order by times desc, max(at) desc limit ${sql.lit(MOST)}`.execute(db)
    ).rows;
  return {
    popular: await counted(sql``),
    unanswered: await counted(sql`having count(*) filter (where found) * 2 < count(*)`),
  };
}
