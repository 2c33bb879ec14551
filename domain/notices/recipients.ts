/** Somebody of the staff, as far as notices ask. `there`: online, within their shift; `atWork`: within their shift. */
export type Person = {
  id: number;
  serves: boolean;
  leads: boolean;
  there: boolean;
  atWork: boolean;
};

/** Whom a notice is for, by id (F4, U1): the assignee; whoever serves the queue and is there; the leads. Where that is nobody, the next
 * who could help: a notice without a reader is none. On call is whoever serves the queue and is there, else whose shift is on, else all
 * who serve it. */
export function recipients(
  people: readonly Person[],
  whom: 'assignee' | 'queue' | 'leads' | 'on_call',
  assigneeId: number | null,
): number[] {
  const serving = people.filter(({ serves }) => serves);
  const there = serving.filter((person) => person.there);
  const leads = people.filter((person) => person.leads);
  const onShift = serving.filter(({ atWork }) => atWork);
  const orders: Record<typeof whom, Person[][]> = {
    assignee: [people.filter(({ id }) => id === assigneeId), there, leads],
    queue: [there, leads, serving],
    leads: [leads],
    on_call: [there, onShift, serving, leads],
  };
  return (orders[whom].find((some) => some.length > 0) ?? []).map(({ id }) => id);
}
