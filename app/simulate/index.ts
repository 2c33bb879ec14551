import { openEngine } from './engine.ts';
import { readLedgers } from './ledger.ts';
import { run } from './loop.ts';
import { begin } from './people.ts';
import { type Report, reportOf } from './report.ts';
import { type Policy, simOf } from './sim.ts';
import { staffing } from './staffing.ts';
import { type Size, traffic } from './traffic.ts';

export type { Figures, Report } from './report.ts';
export { POLICIES, type Policy } from './sim.ts';

/** What to simulate, and how. */
export type Options = Size & {
  readonly policy: Policy;
  /** Looks at timers only so often, in milliseconds: shows that late ones are seen. */
  readonly timersEveryMs?: number;
  /** So many agents instead of as many as the traffic needs. */
  readonly agents?: number;
  readonly tell?: (share: number) => void;
  /** Ends the simulation with an error. */
  readonly signal?: AbortSignal;
};

/** Lets a desk live through some days of traffic on a virtual clock, in an empty database, and sums up how it did. */
export async function simulate(url: string, options: Options): Promise<Report> {
  const { policy, timersEveryMs = 0, tell = () => {}, signal } = options;
  const began = performance.now();
  const { customers, requests } = traffic(options);
  const duties = staffing(options);
  const engine = await openEngine(url, { duties, customers });
  try {
    const sim = simOf({ size: options, policy, timersEveryMs, engine, requests, customers, duties });
    for (const request of requests) begin(sim, request);
    const end = await run(sim, tell, signal);
    const ledgers = await readLedgers(sim, end);
    return reportOf(sim, { ledgers, end, seconds: (performance.now() - began) / 1000 });
  } finally {
    await engine.runtime.close();
  }
}
