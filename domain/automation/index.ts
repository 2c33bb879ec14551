/** The door of automation: rules as data, what sets them off, their timers, limits and runs, and trying them on the past (U1, U2). */
export { dryRun, type TrialQuery } from './dry-run.sql.ts';
export { BY_PEOPLE, type Cause, type Change, type Event, listens, momentOf } from './event.ts';
export { readCalendars, readFacts } from './facts.sql.ts';
export { type Calendars, type Facts, fits } from './fits.ts';
export { AUTOMATION_TASK, AutomationJob, followAutomation, tellRules } from './follow.sql.ts';
export { type Action, type ActiveRule, Rule } from './rule.ts';
export {
  activeRules,
  addRule,
  addStarterRules,
  deleteRule,
  listRules,
  orderRules,
  readManagedRule,
  saveRule,
  switchRule,
} from './rules.sql.ts';
export {
  type Deed,
  hasRun,
  noteRun,
  type Occasion,
  type Outcome,
  occasionOf,
  readRuns,
  whyNot,
} from './runs.sql.ts';
export { AUTOMATION_TIMER_TASK, AutomationTimerJob, readTimer, spendTimer } from './timers.sql.ts';
