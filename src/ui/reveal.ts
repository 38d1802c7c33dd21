/**
 * Scrolls an element into sight inside the nearest part of the page that scrolls, and no further: `scrollIntoView`
 * would move the whole page too. `under` is the height of what sticks to the top there, pixels.
 */
export function reveal(element: Element | null | undefined, under = 0): void {
  const frame = element && scrollingAncestor(element);
  if (!element || !frame) return;
  const inner = element.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  const above = inner.top - (outer.top + under);
  const below = inner.bottom - outer.bottom;
  if (above < 0) frame.scrollTop += above;
  else if (below > 0) frame.scrollTop += Math.min(below, above);
}

function scrollingAncestor(element: Element): Element | null {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  return null;
}
