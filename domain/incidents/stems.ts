// Endings as `plainWords` writes them: without diacritics, "ə" as "e", "й" as "и". Of Azerbaijani and Turkish only those of nouns: in a verb
// the ending says whether something works ("işləyir") or does not ("işləmir").
const LATIN = endings(`
  s es ies ed ing
  lar ler lari leri im um am em in un i u a e m n
  miz imiz umuz niz iniz unuz si su ya ye yi yu da de ta te dan den tan ten na ne ni nu nin nun la le
`);
const CYRILLIC = endings(`
  а я у ю ы и е о ь ом ем ам ям ои еи ую юю ая яя ое ее ые ие ыи ии ов ев ах ях ами ями ого его ому ему ым им ых их
  ет ит ут ют ат ят ешь ишь ете ите л ла ло ли лся лась лось лись ться тся ть
`);

/** A stem shorter than this says too little. */
const SHORTEST = 3;
/** Endings follow each other: "ödənişlərimizdən" has three. */
const MOST_ENDINGS = 4;

function endings(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** What a plain word may be a form of, the word itself included: the word without the endings of the languages served. */
export function stemsOf(word: string): ReadonlySet<string> {
  const list = /\p{Script=Cyrillic}/u.test(word) ? CYRILLIC : LATIN;
  const found = new Set([word]);
  let last = [word];
  for (let round = 0; round < MOST_ENDINGS && last.length > 0; round += 1) {
    last = last.flatMap((form) => shortened(form, list)).filter((form) => !found.has(form));
    for (const form of last) found.add(form);
  }
  return found;
}

function shortened(form: string, list: readonly string[]): string[] {
  return list.flatMap((ending) => {
    const stem = form.slice(0, -ending.length);
    return form.endsWith(ending) && stem.length >= SHORTEST ? [stem] : [];
  });
}

/** Whether two plain words are forms of one. */
export function sameWord(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((stem) => b.has(stem));
}
