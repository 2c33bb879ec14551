import { sql } from 'kysely';
import { countDeadLetters } from '../../base/outbox/index.ts';
import { type Head, verifyAudit } from '../../domain/audit/index.ts';
import { listStaff } from '../../domain/staff/index.ts';
import { type BotReport, createApi, inspectBot } from '../../edges/telegram-out/index.ts';
import type { Call, Command, Ended } from '../command.ts';
import { joinDatabase, openRuntime, publicUrl, type Runtime } from '../runtime.ts';

/** One thing that was looked at. `todo` says what to do about it. */
type Finding = { check: string; ok: boolean; found: string; todo?: string };

/** Looks at everything that a desk needs and says what to do about what is wrong. */
export const doctor: Command = {
  summary: 'check token, webhook, rights, database and clock, and say what to do',
  async run(call) {
    const findings = [...(await checkTelegram(call)), ...(await checkDatabase(call))];
    for (const { check, ok, found, todo } of findings) {
      call.tell(
        `${ok ? 'ok  ' : 'FAIL'}  ${check.padEnd(10)} ${found}${todo ? `\n${' '.repeat(17)}${todo}` : ''}`,
      );
    }
    const failed = findings.filter(({ ok }) => !ok).length;
    call.tell(failed === 0 ? 'Everything is in order.' : `${failed} of ${findings.length} need you.`);
    return { code: failed === 0 ? 0 : 1, json: { ok: failed === 0, findings } } satisfies Ended;
  },
};

async function checkTelegram({ config }: Call): Promise<Finding[]> {
  if (!config.TELEGRAM_BOT_TOKEN) {
    return [
      {
        check: 'token',
        ok: false,
        found: 'TELEGRAM_BOT_TOKEN is not set, so `npm start` opens a demo.',
        todo: 'Ask @BotFather for a bot (/newbot) and set TELEGRAM_BOT_TOKEN to the token that it gives you.',
      },
    ];
  }
  const report = await inspectBot(
    createApi({ token: config.TELEGRAM_BOT_TOKEN, apiRoot: config.TELEGRAM_API_ROOT, timeoutSeconds: 10 }),
  );
  switch (report.kind) {
    case 'known':
      return [
        { check: 'token', ok: true, found: `The token is of @${report.username}.` },
        webhookOf(report, config),
      ];
    case 'unknown_token': {
      const todo = 'Copy the token again from @BotFather (/mybots → API Token) into TELEGRAM_BOT_TOKEN.';
      return [{ check: 'token', ok: false, found: 'Telegram does not know this token.', todo }];
    }
    case 'unreachable': {
      const todo = 'Check the connection to the internet, and TELEGRAM_API_ROOT if you set it.';
      return [{ check: 'token', ok: false, found: 'Telegram cannot be reached.', todo }];
    }
  }
}

const LATE_UPDATES = 100;

function webhookOf(report: Extract<BotReport, { kind: 'known' }>, config: Call['config']): Finding {
  const check = 'webhook';
  const wanted = config.TELEGRAM_MODE === 'webhook' ? `${publicUrl(config)}/telegram/webhook` : '';
  if (report.webhookUrl !== wanted) {
    const found = report.webhookUrl
      ? 'Updates go to another webhook than this desk.'
      : 'No webhook is set, so no update arrives.';
    return {
      check,
      ok: false,
      found,
      todo: 'Start the desk: it sets the webhook, or removes a foreign one.',
    };
  }
  const trouble = report.pendingUpdates > 0 ? report.lastError : undefined;
  if (trouble || report.pendingUpdates > LATE_UPDATES) {
    const found = `${report.pendingUpdates} updates wait${trouble ? `; Telegram says: ${trouble}` : ''}.`;
    const todo = wanted
      ? 'Check that PUBLIC_URL reaches the desk from outside, with a valid certificate.'
      : 'Start the desk: it fetches them.';
    return { check, ok: false, found, todo };
  }
  const found = wanted ? 'The webhook is set and works.' : 'Updates are fetched; no webhook is in the way.';
  return { check, ok: true, found };
}

async function checkDatabase(call: Call): Promise<Finding[]> {
  const demo = !call.config.TELEGRAM_BOT_TOKEN;
  let database: Awaited<ReturnType<typeof joinDatabase>>;
  try {
    database = await joinDatabase(call.config, { demo, tell: call.tell });
  } catch (error) {
    return [
      {
        check: 'database',
        ok: false,
        found: (error as Error).message,
        todo: 'Check DATABASE_URL, or DATA_DIR without it.',
      },
    ];
  }
  try {
    const runtime = await openRuntime(call.config, database.url);
    try {
      return [
        ...(await checkServer(runtime)),
        await checkStaff(runtime),
        await checkLeftovers(runtime),
        await checkAudit(runtime, call.values['audit-head']),
      ];
    } finally {
      await runtime.close();
    }
  } catch (error) {
    const todo = 'Check DATABASE_URL: host, port, user, password and the name of the database.';
    return [{ check: 'database', ok: false, found: (error as Error).message, todo }];
  } finally {
    await database.stop();
  }
}

const OLDEST_SERVER = 150_000;
const CLOCK_TOLERANCE_MS = 2000;

async function checkServer({ db }: Runtime): Promise<Finding[]> {
  const { rows } = await sql<{ version: string; now: Date; may_write: boolean }>`
    select current_setting('server_version_num') as version, clock_timestamp() as now,
      has_schema_privilege(current_user, 'public', 'create') as may_write`.execute(db);
  const [row] = rows;
  if (!row) return [];
  const version = Number(row.version);
  const apart = Math.abs(row.now.getTime() - Date.now());
  return [
    {
      check: 'database',
      ok: version >= OLDEST_SERVER,
      found: `PostgreSQL ${Math.floor(version / 10_000)} answers and is migrated.`,
      ...(version >= OLDEST_SERVER ? {} : { todo: 'Use PostgreSQL 15 or newer.' }),
    },
    {
      check: 'rights',
      ok: row.may_write,
      found: row.may_write
        ? 'The database user may create tables.'
        : 'The database user may not create tables.',
      ...(row.may_write ? {} : { todo: 'As its owner: grant create on schema public to that user.' }),
    },
    {
      check: 'clock',
      ok: apart < CLOCK_TOLERANCE_MS,
      found: `This machine and the database are ${apart} ms apart.`,
      ...(apart < CLOCK_TOLERANCE_MS ? {} : { todo: 'Turn on time synchronisation (NTP) on both machines.' }),
    },
  ];
}

async function checkStaff({ db }: Runtime): Promise<Finding> {
  const staff = await listStaff(db);
  if (staff.some(({ role }) => role === 'admin'))
    return { check: 'staff', ok: true, found: `${staff.length} people work here.` };
  const todo =
    'npm run nightdesk -- staff add --name "Your name" --role admin --telegram-id NUMBER (write /id to the bot)';
  return { check: 'staff', ok: false, found: 'No admin works here.', todo };
}

async function checkLeftovers({ db }: Runtime): Promise<Finding> {
  const { rows } = await sql<{ parked: number; late: number }>`
    select (select count(*)::int from failed_updates) as parked,
      (select count(*)::int from outbox where state = 'pending' and created_at < now() - interval '10 minutes') as late`.execute(
    db,
  );
  const { parked = 0, late = 0 } = rows[0] ?? {};
  const unsent = await countDeadLetters(db);
  const ok = parked === 0 && late === 0 && unsent.length === 0;
  const reasons = unsent.map(({ reason, count }) => `${reason} ${count}`).join(', ');
  const total = unsent.reduce((sum, { count }) => sum + count, 0);
  return {
    check: 'leftovers',
    ok,
    found: `${parked} updates could not be handled, ${late} messages wait too long, ${total} did not arrive or perhaps not${
      reasons ? ` (${reasons})` : ''
    }.`,
    ...(ok ? {} : { todo: 'Console → Settings → Not sent: read why, and send them again or give them up.' }),
  };
}

/** `12:ab34…`, as an earlier run has said it. */
function readHead(words: unknown): Head | undefined {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(String(words)) ?? [];
  return hash === undefined ? undefined : { position: Number(position), hash };
}

/** Follows the chain of the audit log from its first entry to its head (C6); `--audit-head` also proves that a head noted elsewhere is
 * still in it. */
async function checkAudit({ db }: Runtime, noted: unknown): Promise<Finding> {
  const check = 'audit';
  const witness = readHead(noted);
  if (noted !== undefined && !witness) {
    const todo = 'Copy it from an earlier run, such as --audit-head 12:ab34… with 64 digits after the colon.';
    return { check, ok: false, found: '--audit-head is not the head of a log.', todo };
  }
  const verdict = await verifyAudit(db, { witness });
  if (verdict.sound) {
    const { head, waiting } = verdict;
    const found = `${head.position} entries are as they were written, ${waiting} wait for their place; head ${head.position}:${head.hash}`;
    return { check, ok: true, found };
  }
  const { fault, position, entry } = verdict;
  const what = {
    changed: `The audit log was changed: entry ${entry}, at place ${position}, is not as it was written.`,
    missing: `The audit log was cut: the entry at place ${position} is missing.`,
    foreign: `Something was put into the audit log at place ${position}.`,
    head: `The end of the audit log was written anew: it no longer leads to its head at place ${position}.`,
  }[fault];
  const todo =
    'Keep the database as it is, find out who could write to it, and compare it with your backups.';
  return { check, ok: false, found: what, todo };
}
