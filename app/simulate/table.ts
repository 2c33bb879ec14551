import type { Figures, Report } from './report.ts';

const COLUMNS: readonly [title: string, of: (figures: Figures) => number | null, share?: 'share'][] = [
  ['tickets', ({ tickets }) => tickets],
  ['reply P50', (one) => one.first_reply_p50],
  ['P90', (one) => one.first_reply_p90],
  ['in target', (one) => one.within_target, 'share'],
  ['solved P50', (one) => one.resolution_p50],
  ['P90', (one) => one.resolution_p90],
  ['breaches', (one) => one.breaches],
  ['warned', (one) => one.warned_before_breach, 'share'],
  ['CSAT', (one) => one.csat],
  ['FCR', (one) => one.fcr, 'share'],
  ['repeat', (one) => one.repeat, 'share'],
];

/** A report for people. Times are minutes. */
export function tableOf(report: Report): string {
  const rows = [
    ...report.queues.map(({ queue, ...figures }) => rowOf(queue, figures)),
    ...report.classes.map((one) => rowOf(one.class, one)),
    rowOf('all', report.all),
  ];
  const table = [['', ...COLUMNS.map(([title]) => title)], ...rows];
  const widths = (table[0] ?? []).map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
  return [`\n${headOf(report)}\n`, ...lines, `\n${checksOf(report)}`].join('\n');
}

function rowOf(name: string, figures: Figures): string[] {
  return [
    name,
    ...COLUMNS.map(([, of, share]) => {
      const value = of(figures);
      if (value === null) return '-';
      return share ? `${(value * 100).toFixed(1)} %` : String(value);
    }),
  ];
}

function headOf(report: Report): string {
  const { days, seed, policy, requests, tickets, agents, run } = report;
  return (
    `${days} days, seed ${seed}, order ${policy}: ${requests} requests, ${tickets} tickets, ${agents} agents, ` +
    `${report.timers} timers, in ${run.seconds} s. Times are minutes.`
  );
}

function checksOf(report: Report): string {
  return [
    `late timers ${report.late_timers}`,
    `priority inversions ${report.priority_inversions}`,
    `lost tickets ${report.tickets_lost}`,
    `figures that disagree with the desk's own log ${report.metric_disagreements}`,
  ].join(' · ');
}
