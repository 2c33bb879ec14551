const DATABASE = /^(ECONN|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ETIMEDOUT|28|3D000|53300)/;

/** What to say when the database cannot be opened: names the setting and never its value. Other errors stay as they are. */
export function databaseProblem(error: unknown): unknown {
  const code = String((error as { code?: unknown }).code ?? '');
  if (!DATABASE.test(code)) return error;
  const why = (error as Error).message || code;
  return new Error(
    `The database at DATABASE_URL cannot be opened (${why}). Start it, or correct the address, and try again.`,
  );
}

/** What to say when the bot's account cannot be read: names the setting and never its value. */
export function telegramProblem(error: unknown, apiRoot: string): unknown {
  const status = (error as { error_code?: number }).error_code;
  if (status === undefined) {
    return new Error(
      `Telegram cannot be reached at ${apiRoot}. Check the network, or correct TELEGRAM_API_ROOT, and try again.`,
    );
  }
  if (status !== 401 && status !== 404) return error;
  return new Error(
    'Telegram does not know the bot. Copy the token from @BotFather into TELEGRAM_BOT_TOKEN and try again.',
  );
}
