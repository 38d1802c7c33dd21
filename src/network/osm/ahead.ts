/** So many are begun before the first of them is needed: enough to keep a few threads busy, few enough to hold. */
const begunAtOnce = 8;

/** Begins the content of each thing, some ahead, and gives thing and content in turn. What fails is thrown in its turn. */
export async function* ahead<Thing, Content>(
  things: Iterable<Thing>,
  begin: (thing: Thing) => Promise<Content>,
): AsyncGenerator<{ thing: Thing; content: Content }, void, void> {
  const begun: { thing: Thing; content: Promise<Content> }[] = [];
  for (const thing of things) {
    const content = begin(thing);
    // Without this a failure whose turn has not come would end the program.
    content.catch(() => undefined);
    begun.push({ thing, content });
    if (begun.length < begunAtOnce) continue;
    const [first] = begun.splice(0, 1);
    if (first) yield { thing: first.thing, content: await first.content };
  }
  for (const { thing, content } of begun) yield { thing, content: await content };
}
