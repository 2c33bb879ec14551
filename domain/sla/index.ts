export {
  ALWAYS,
  addBusinessMinutes,
  addBusinessMs,
  businessMinutesBetween,
  Calendar,
  openHours,
  storedCalendar,
} from './calendar.ts';
export { type Metric, type SlaClock, type SlaEvent } from './clock.ts';
export { firstQueueOf, readClocks, readLog, SLA_TASK } from './clocks.sql.ts';
export { addSlaDefaults } from './defaults.ts';
export { holidaysOf, type ImportRange } from './ical.ts';
export type { Escalation, Policy } from './policy.ts';
export { minutesOver, recompute, type Stretch } from './recompute.ts';
export {
  dropEscalation,
  readSlaRules,
  SLA_REAPPLY_TASK,
  saveCalendar,
  saveEscalation,
  savePolicy,
} from './rules.sql.ts';
export { handleSlaTimer, reapplyPolicies, type Synced, syncClocks } from './sync.ts';
