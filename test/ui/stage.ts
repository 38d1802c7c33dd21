import { flushSync, mount, unmount, type Component } from 'svelte';
import { userEvent } from 'vitest/browser';
import '../../src/ui/theme.css';

const standing: Record<string, unknown>[] = [];

/** Mounts a component on an empty page. Props given as `$state` stay live. */
export function show<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props,
): HTMLElement {
  const target = document.createElement('div');
  document.body.append(target);
  standing.push(mount(component, { target, props }));
  flushSync();
  return target;
}

/** Takes down what a test has shown. */
export async function clear(): Promise<void> {
  await Promise.all(standing.splice(0).map((component) => unmount(component)));
  document.body.replaceChildren();
}

/** The only element that matches; anything else is a failed test. */
export function one<Found extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Found {
  const found = root.querySelectorAll<Found>(selector);
  if (found.length !== 1 || !found[0]) throw new Error(`expected one ${selector}, got ${found.length}`);
  return found[0];
}

/** Real key presses, as of a person. */
export const press = (keys: string) => userEvent.keyboard(keys);
