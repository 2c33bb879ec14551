import { expect, test } from 'vitest';
import { change, newWorld, play, type World, write } from '../../test/support/front-desk-world.ts';
import type { IncidentView } from './index.ts';

const INCIDENT: IncidentView = {
  ...{ id: 1, title: 'Export does not work', text: 'We are on it.', over: false, held: true },
};

/** A customer with one ticket, № 1001, which waits for the end of an incident. */
function held(fields: Partial<IncidentView> = {}): World {
  const world = newWorld();
  play(world, { kind: 'start', payload: 't_idea' });
  write(world, 'The export is empty');
  change(world, 1001, { incident: { ...INCIDENT, ...fields } });
  world.now = new Date(world.now.getTime() + 60_000);
  return world;
}

const press = (world: World, does: string) => play(world, { kind: 'button', data: `d1:${does}:1001` });
const kinds = (effects: readonly { kind: string }[]) => effects.map(({ kind }) => kind);

test('"something else" takes the ticket out, once; "tell me" turns its notices on and leaves the other button', () => {
  const world = held();
  const followed = press(world, 'follow');
  expect(kinds(followed)).toEqual(['answer', 'setNotify', 'replaceButtons']);
  expect(followed[2]).toMatchObject({ buttons: [[{ data: 'd1:unrelated:1001' }]] });
  expect(kinds(press(world, 'unrelated'))).toEqual(['answer', 'replaceButtons', 'leaveIncident']);
  expect(press(world, 'unrelated')[0]).toMatchObject({ kind: 'answer', text: { key: 'pressed-stale' } });
});

test('a press that comes after the end offers to open the ticket again', () => {
  const world = held();
  change(world, 1001, { status: 'resolved', resolvedAt: world.now, incident: { ...INCIDENT, over: true } });
  for (const does of ['unrelated', 'follow']) {
    const effects = press(world, does);
    expect(effects[0]).toMatchObject({ kind: 'answer', text: { key: 'ticket-closed' } });
    expect(effects.at(-1)).toMatchObject({ kind: 'say', text: { key: 'reopen-ask' } });
  }
});

test('more words into a ticket that waits are answered with the way out, urgent ones with a person', () => {
  const world = held();
  const [added, said] = write(world, 'And the import too');
  expect(added).toMatchObject({ kind: 'addToTicket', ticketId: 1001 });
  expect(said).toMatchObject({ text: { key: 'added-incident' }, buttons: [[{ data: 'd1:unrelated:1001' }]] });
  world.now = new Date(world.now.getTime() + 3_600_000);
  expect(kinds(write(world, 'My account was hacked'))).toContain('requestPerson');
  change(world, 1001, { incident: { ...INCIDENT, held: false } });
  world.now = new Date(world.now.getTime() + 3_600_000);
  expect(write(world, 'The export fails as well').at(-1)).toMatchObject({ text: { key: 'added' } });
});
