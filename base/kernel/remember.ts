/** Remembers what was made for a name, for what takes much longer to make than to use; beyond `most` names it forgets all and begins
 * again. */
export function remembering<T>(most: number): (name: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (name, make) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = make();
    known.set(name, made);
    return made;
  };
}
