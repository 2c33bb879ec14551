/** A rule that spoils matching calls. */
export interface FaultRule {
  method?: string | undefined;
  chat?: number | string | undefined;
  times?: number | undefined;
  probability?: number | undefined;
  kind: '429' | '500' | '502' | 'drop_before' | 'drop_after' | 'slow';
  retry_after?: number | undefined;
  delay_ms?: number | undefined;
}

/** All faults in force. */
export interface Faults {
  rules: FaultRule[];
  updates: { duplicate: number; reorder: number };
}

/** Sliding windows of accepted messages, and the switch that enforces them. */
export interface FloodState {
  enabled: boolean;
  limits: FloodLimits;
  /** Times (ms) of attempts, by window name. */
  buckets: Map<string, { tokens: number; at: number }>;
  windows: Map<string, number[]>;
}

/** Limits of the official server, changeable. */
export interface FloodLimits {
  /** Messages one chat may receive at once before one a second applies. */
  chat_burst: number;
  chat_per_second: number;
  group_per_minute: number;
  bot_per_second: number;
}

/** Counters for tests and benches. */
export interface Stats {
  methods: Record<string, { ok: number; errors: number }>;
  flood: {
    violations_per_chat_second: number;
    violations_group_minute: number;
    violations_bot_second: number;
    max_per_chat_second: number;
    max_group_minute: number;
    max_bot_second: number;
  };
  updates: { queued: number; delivered: number; expired: number; duplicated: number; reordered: number };
}
