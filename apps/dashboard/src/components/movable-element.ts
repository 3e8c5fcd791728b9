import { LitElement, supportsAdoptingStyleSheets } from 'lit';

/** An element that keeps its look where it is moved into another document, such as a frame's: sheets are of one document only. */
export abstract class MovableElement extends LitElement {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document || !supportsAdoptingStyleSheets) return super.createRenderRoot();
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.adoptedCallback();
    return root;
  }

  /** Called by the browser once the element is in another document. */
  adoptedCallback(): void {
    const view = this.ownerDocument.defaultView;
    if (!view || !this.shadowRoot || !supportsAdoptingStyleSheets) return;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync((this.constructor as typeof LitElement).elementStyles.join('\n'));
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }
}
