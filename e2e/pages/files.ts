import { expect, type Locator, type Page } from '@playwright/test';

/** The node's files: tabs, and whichever editor the page was opened with. */
export class Files {
  readonly region: Locator;
  readonly editor: Locator;
  readonly notes: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Files' });
    this.editor = this.region.getByRole('textbox', { name: 'Text of ' });
    this.notes = this.region.getByRole('list', { name: 'Notes on this file' });
  }

  tab(file: string): Locator {
    return this.region.getByRole('tab').filter({ hasText: file });
  }

  /** The editor of this very file. */
  textOf(path: string): Locator {
    return this.region.getByRole('textbox', { name: `Text of ${path}`, exact: true });
  }

  /** Monaco as a whole; a text area is nothing of the kind. */
  get #monaco(): Locator {
    return this.region.getByRole('code').first();
  }

  /** What Monaco draws. To be read, not to be clicked: it is larger than its window, and a second try would scroll it away. */
  get drawn(): Locator {
    return this.#monaco.locator('.view-lines');
  }

  /** A stretch of text as Monaco shows it, within the part of the file that is in sight. */
  shown(text: string): Locator {
    return this.drawn.getByText(text);
  }

  async open(file: string): Promise<void> {
    await this.tab(file).click();
    await expect(this.tab(file)).toHaveAttribute('aria-selected', 'true');
  }

  /** The text of the file in front, in a text area. */
  plainText(): Promise<string> {
    return this.editor.inputValue();
  }

  /** Replaces the whole text of the file in front by typing over it, in either editor. */
  async write(text: string): Promise<void> {
    if (await this.drawn.isVisible().catch(() => false)) {
      await this.#monaco.click({ position: { x: 160, y: 12 } });
      await this.#page.keyboard.press('Control+A');
      await this.#page.keyboard.insertText(text);
    } else {
      await this.editor.fill(text);
    }
  }

  /** Replaces a stretch of the file in front; only for the text area. */
  async replace(find: string, put: string): Promise<void> {
    const text = await this.plainText();
    expect(text, 'the text to be replaced').toContain(find);
    await this.editor.fill(text.replace(find, () => put));
  }
}
