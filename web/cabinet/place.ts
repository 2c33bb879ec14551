const PLACES: readonly (readonly [RegExp, (named: string) => string])[] = [
  [/^ticket_(\d{1,15})$/, (id) => `/tickets/${id}`],
  [/^article_([\w-]{1,80})$/, (slug) => `/help/${slug}`],
  [/^form_([\w-]{1,64})$/, (topic) => `/new?topic=${topic}`],
  [/^(new|help|settings)$/, (screen) => `/${screen}`],
];

/** Where a link into the Mini App leads: `ticket_1001`, `article_SLUG`, `form_TOPIC`, `new`, `help`, `settings`. */
export function placeOf(startParam = ''): string | null {
  for (const [shape, lead] of PLACES) {
    const named = shape.exec(startParam)?.[1];
    if (named !== undefined) return lead(named);
  }
  return null;
}
