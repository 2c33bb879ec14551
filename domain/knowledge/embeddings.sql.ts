import { sql } from 'kysely';
import { announce, type Db, type Transact, type Tx } from '../../base/db/index.ts';
import { LANGUAGES } from '../../base/i18n/index.ts';
import { type Clock, HOUR, MINUTE, plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import type { ArticleText, ArticleTexts } from './article.ts';
import { type Directions, type Embedder, embeddedText, hashOfText } from './embeddings.ts';
import type { Library } from './library.ts';

/** The job that has the texts of published articles turned into directions. */
export const EMBED_TASK = 'knowledge.embed';

/** Has what is published now embedded soon, where there is an endpoint for it. */
export function embedSoon(tx: Tx, now: Date): Promise<void> {
  return schedule(tx, { task: EMBED_TASK, at: now, key: EMBED_TASK, payload: {} });
}

/** So many texts are sent at once. */
const BATCH = 32;
/** A process that took texts and died keeps others from them no longer. */
const CLAIMED_MS = 2 * MINUTE;
/** What no published text has is kept so long: an older process may still read it. */
const STALE_MS = 24 * HOUR;

type Embedding = { db: Db; transact: Transact; embedder: Embedder; clock: Clock };

/** Asks for what published articles have no directions of yet, and keeps them. Texts that another process is asking for are left to it, and what
 * is kept is never asked for again. Throws where the endpoint fails: then it is tried again later. */
export async function embedArticles(at: Embedding): Promise<void> {
  const wanted = await publishedTexts(at.db);
  const hashes = [...wanted.keys()];
  for (;;) {
    const own = await claim(at, hashes);
    if (own.length === 0) break;
    await embedThese(at, own, wanted);
  }
  await forgetStale(at, hashes);
}

/** The texts of all published articles, by their hashes. */
async function publishedTexts(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ texts: ArticleTexts }>`
    select v.texts from articles a join article_versions v on v.article_id = a.id and v.version = a.published_version
    where a.archived_at is null order by a.id`.execute(db);
  const texts = rows.flatMap((row) => LANGUAGES.flatMap((lang) => row.texts[lang] ?? []));
  return new Map(texts.map((text) => [hashOfEmbedded(text), embeddedText(text)]));
}

const hashed = new WeakMap<ArticleText, string>();

function hashOfEmbedded(text: ArticleText): string {
  const known = hashed.get(text) ?? hashOfText(embeddedText(text));
  hashed.set(text, known);
  return known;
}

/** Takes some of the texts that nobody has asked for. */
function claim({ transact, embedder, clock }: Embedding, all: readonly string[]): Promise<string[]> {
  const now = clock.now();
  return transact(async (tx) => {
    const { rows } = await sql<{ hash: string }>`
      with missing as (
        select decode(hash, 'hex') as hash from unnest(${all}::text[]) as w (hash)
        where not exists (select from article_embeddings e where e.model = ${embedder.model} and e.hash = decode(w.hash, 'hex')
          and (e.numbers is not null or e.claimed_until > ${now}))
        order by hash limit ${sql.lit(BATCH)})
      insert into article_embeddings as e (model, hash, claimed_until, made_at)
      select ${embedder.model}, hash, ${plus(now, CLAIMED_MS)}, ${now} from missing
      on conflict (model, hash) do update set claimed_until = excluded.claimed_until
        where e.numbers is null and e.claimed_until <= ${now}
      returning encode(hash, 'hex') as hash`.execute(tx);
    return rows.map(({ hash }) => hash);
  });
}

/** Asks for the directions of texts that were taken, and keeps them; gives them back where that fails. */
async function embedThese(
  at: Embedding,
  own: readonly string[],
  wanted: ReadonlyMap<string, string>,
): Promise<void> {
  const { transact, embedder } = at;
  const made = await embedder.embed(own.map((hash) => wanted.get(hash) ?? '')).catch(async (error) => {
    await letGo(at, own);
    throw error;
  });
  const kept = await transact(async (tx) => {
    const { rows } = await sql<{ bytes: number }>`
      select octet_length(numbers) as bytes from article_embeddings
      where model = ${embedder.model} and numbers is not null limit 1`.execute(tx);
    const size = rows[0]?.bytes ?? made[0]?.byteLength;
    if (made.some(({ byteLength }) => byteLength !== size)) return false;
    const numbers = made.map((direction) => Buffer.from(direction.buffer));
    await sql`update article_embeddings e set numbers = m.numbers
      from unnest(${own}::text[], ${numbers}::bytea[]) as m (hash, numbers)
      where e.model = ${embedder.model} and e.hash = decode(m.hash, 'hex')`.execute(tx);
    announce(tx, { knowledge: true });
    return true;
  });
  if (kept) return;
  await letGo(at, own);
  throw new Error(
    `what ${embedder.model} answers has another size than before: give another model another name`,
  );
}

async function letGo({ db, embedder }: Embedding, own: readonly string[]): Promise<void> {
  await sql`delete from article_embeddings where model = ${embedder.model} and numbers is null
    and hash in (select decode(hash, 'hex') from unnest(${own}::text[]) as o (hash))`.execute(db);
}

async function forgetStale({ db, embedder, clock }: Embedding, wanted: readonly string[]): Promise<void> {
  await sql`delete from article_embeddings e where made_at < ${plus(clock.now(), -STALE_MS)}
    and (model <> ${embedder.model} or not encode(hash, 'hex') = any(${wanted}::text[]))`.execute(db);
}

/** The directions of a library's articles, as far as they are kept; those that are known already are not read again. */
export async function readDirections(
  db: Db,
  model: string,
  { articles, directions: before }: Pick<Library, 'articles' | 'directions'>,
): Promise<Directions> {
  const texts = [...articles.values()].flatMap(({ id, texts }) =>
    LANGUAGES.flatMap((lang) => {
      const text = texts[lang];
      return text ? [{ id: String(id), lang, hash: hashOfEmbedded(text) }] : [];
    }),
  );
  const known = new Map(before.hashed);
  const missing = texts.flatMap(({ hash }) => (known.has(hash) ? [] : [hash]));
  if (missing.length > 0) {
    const { rows } = await sql<{ hash: string; numbers: Buffer }>`
      select encode(hash, 'hex') as hash, numbers from article_embeddings
      where model = ${model} and numbers is not null
        and hash in (select decode(hash, 'hex') from unnest(${missing}::text[]) as m (hash))`.execute(db);
    for (const { hash, numbers } of rows) known.set(hash, new Float32Array(Uint8Array.from(numbers).buffer));
  }
  const by = new Map<string, Map<string, Float32Array>>();
  const kept = new Map<string, Float32Array>();
  for (const { id, lang, hash } of texts) {
    const direction = known.get(hash);
    if (!direction) continue;
    kept.set(hash, direction);
    by.set(lang, (by.get(lang) ?? new Map<string, Float32Array>()).set(id, direction));
  }
  const [first] = kept.values();
  return { size: first?.length ?? 0, by, hashed: kept };
}
