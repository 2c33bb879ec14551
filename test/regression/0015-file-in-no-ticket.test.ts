import { expect, test } from 'vitest';
import { readAttachment } from '../../domain/back-office/index.ts';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// A file that its customer took back before it was in a ticket could be opened by its number.
test('a file that is in no ticket cannot be opened', async () => {
  await using t = await testIntake();
  const person = stranger();
  const document = { file_id: 'f1', file_unique_id: 'u1', file_name: 'oops.txt' };
  await t.take(person.says({ document }), person.says('/cancel'));
  const { id } = await t.runtime.db.selectFrom('attachments').select('id').executeTakeFirstOrThrow();
  await expect(readAttachment(t.runtime.db, id)).rejects.toMatchObject({ code: 'attachment_unknown' });
});
