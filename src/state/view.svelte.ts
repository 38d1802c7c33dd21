import { createFormat } from '../model/format.ts';
import { messagesIn } from '../model/messages/index.ts';
import { languages } from '../model/text.ts';
import { decodeView, defaultView, encodeView, type View } from './view-url.ts';

const rememberedKey = 'guichet.preferences';

/** Language and theme as last chosen here, else the browser's language. */
function remembered(): Pick<View, 'language' | 'theme'> {
  const preferred = navigator.language.startsWith('fr') ? 'fr' : 'en';
  const { language, theme } = readStorage();
  return {
    language: languages.find((known) => known === language) ?? preferred,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}

/** Storage may be refused (private windows) or hold another program's text: then nothing is remembered. */
function readStorage(): Partial<View> {
  try {
    return (JSON.parse(localStorage.getItem(rememberedKey) ?? '{}') ?? {}) as Partial<View>;
  } catch {
    return {};
  }
}

function writeStorage(text: string): void {
  try {
    localStorage.setItem(rememberedKey, text);
  } catch {
    return; // As above; the address still carries both.
  }
}

/** What is looked at: in the address, so that a reload or a colleague sees the same. */
export class ViewState {
  view = $state<View>(decodeView(new URLSearchParams(location.search), { ...defaultView, ...remembered() }));
  readonly messages = $derived(messagesIn(this.view.language));
  readonly format = $derived(createFormat(this.view.language));

  /** Pushes the view to the address bar, the document's language and theme. Call once, in a component. */
  follow(): void {
    $effect(() => {
      const { language, theme } = this.view;
      document.documentElement.lang = language;
      if (theme === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
      writeStorage(JSON.stringify({ language, theme }));
    });
    $effect(() => {
      history.replaceState(history.state, '', `?${encodeView(this.view).toString()}${location.hash}`);
    });
  }
}
