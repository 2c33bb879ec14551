import { MINUTE } from '../../base/kernel/index.ts';
import {
  askClarification,
  assign,
  next,
  reply,
  resolve,
  setOwnPresence,
} from '../../domain/back-office/index.ts';
import { beforeInQ1, firstOf, isOpen, type Seen } from './board.ts';
import { answered, type Case } from './cases.ts';
import type { Lane } from './engine.ts';
import { STAFF, WORK } from './model.ts';
import { draw, lognormal } from './random.ts';
import type { Agent, Sim } from './sim.ts';
import { within } from './staffing.ts';
import { AGENTS } from './words.ts';

/** Looks again at the tickets that changed in a lane. */
type Look = (lane: Lane, now: number) => Promise<void>;

/** Every agent, one after another, comes or goes as their shift says and takes something to do. Returns whether anything was written. */
export async function work(sim: Sim, lane: Lane, how: { now: number; look: Look }): Promise<boolean> {
  const { now, look } = how;
  lane.at(now);
  let wrote = false;
  for (const agent of sim.agents) {
    wrote = (await keepHours(sim, lane, { agent, now })) || wrote;
    if (agent.state !== 'online' || agent.busy) continue;
    const own = ownWork(sim, agent, now);
    const taken = own ?? (await take(sim, lane, { agent, now, look }));
    if (taken === undefined) continue;
    wrote ||= own === undefined;
    workOn(sim, agent, { about: caseOf(sim, taken), now });
  }
  if (wrote) sim.timers.stir();
  return wrote;
}

type At = { agent: Agent; now: number };

async function keepHours(sim: Sim, lane: Lane, { agent, now }: At): Promise<boolean> {
  const { duty } = agent;
  const wanted = !within(duty.shifts, now) ? 'offline' : within(duty.breaks, now) ? 'away' : 'online';
  if (wanted === agent.state || agent.busy) return false;
  agent.state = wanted;
  const actor = memberOf(sim, agent);
  await lane.transact((tx) => setOwnPresence({ tx, desk: lane.desk, actor }, wanted));
  return true;
}

function memberOf(sim: Sim, agent: Agent) {
  const member = sim.engine.agents[agent.index];
  if (!member) throw new Error(`there is no agent ${agent.index}`);
  return member;
}

function caseOf(sim: Sim, ticket: number): Case {
  const about = sim.cases.get(ticket);
  if (!about) throw new Error(`the simulation does not know № ${ticket}`);
  return about;
}

/** What an agent has already and should look at: a customer who wrote, else one who has said nothing more for long. */
function ownWork(sim: Sim, agent: Agent, now: number): number | undefined {
  const staffId = memberOf(sim, agent).id;
  const waiting = sim.board.heldBy(staffId).filter(({ waitingSince }) => waitingSince !== null);
  const first = firstOf(waiting, beforeInQ1);
  if (first) return first.id;
  const due = agent.later.find(({ at }) => at <= now);
  if (!due) return undefined;
  agent.later = agent.later.filter((one) => one !== due);
  const seen = sim.board.tickets.get(due.ticket);
  return seen?.assignee === staffId && seen.status === 'in_progress' ? seen.id : undefined;
}

/** Takes a waiting ticket, if the agent may have one more, by the policy of the simulation. */
async function take(
  sim: Sim,
  lane: Lane,
  { agent, now, look }: At & { look: Look },
): Promise<number | undefined> {
  const actor = memberOf(sim, agent);
  const waiting = sim.board.waitingIn(agent.queueIds);
  const due = firstOf(waiting, beforeInQ1);
  if (!due || sim.board.heldBy(actor.id).length >= STAFF.capacity) return undefined;
  const chosen = await lane.transact(async (tx) => {
    const at = { tx, desk: lane.desk, actor };
    if (sim.policy === 'q1') return next(at);
    const { id } = chosenBy(sim, waiting, now);
    await assign({ ...at, ticketId: id }, actor.id);
    return id;
  });
  sim.counts.takes += 1;
  // The desk saw nothing to take, or took another one than the order of work says.
  if (chosen !== due.id) sim.counts.inversions += 1;
  await look(lane, now);
  return chosen;
}

function chosenBy(sim: Sim, waiting: readonly Seen[], now: number): Seen {
  const sorted = waiting.toSorted((a, b) => Number(a.waitingSince) - Number(b.waitingSince) || a.id - b.id);
  const place =
    sim.policy === 'fifo'
      ? 0
      : Math.floor(draw(sim.size.seed, 'chosen', now, sim.counts.takes) * sorted.length);
  const seen = sorted[place];
  if (!seen) throw new Error('nothing waits');
  return seen;
}

/** The agent is busy for a while, then does the next step of the ticket's plan. */
function workOn(sim: Sim, agent: Agent, { about, now }: { about: Case; now: number }): void {
  const { name, topic, customer } = about.request;
  const spread = about.step === 0 ? (WORK.first[topic] ?? WORK.later) : WORK.later;
  const ms = lognormal(draw(sim.size.seed, name, 'work', about.step, about.answers), spread) * MINUTE;
  agent.busy = true;
  sim.agenda.add({
    ...{ at: now + Math.ceil(ms), customer: customer.index },
    act: async (lane) => {
      agent.busy = false;
      const seen = sim.board.tickets.get(about.ticket);
      // Its customer closed it meanwhile.
      if (!seen || !isOpen(seen)) return;
      await step(sim, lane, { agent, about });
    },
  });
}

async function step(sim: Sim, lane: Lane, { agent, about }: { agent: Agent; about: Case }): Promise<void> {
  const action = about.request.plan[about.step] ?? 'resolve';
  const words = AGENTS[action][about.request.customer.language];
  const actor = memberOf(sim, agent);
  const perform = { reply, ask: askClarification, resolve }[action];
  const written = { text: words, requestKey: `${about.ticket} ${about.answers}` };
  const message = await lane.transact((tx) =>
    perform({ tx, desk: lane.desk, actor, ticketId: about.ticket }, written),
  );
  const now = lane.desk.clock.now().getTime();
  sim.sent.set(message, { about, action, step: about.answers });
  answered(about, now);
  if (action === 'reply') agent.later.push({ at: now + STAFF.wrapUpAfter * MINUTE, ticket: about.ticket });
}
