import { html } from './html.js';

describe('html', () => {
  it('escapes every value and keeps markup that was made by itself', () => {
    const name = '<script>alert("x")</script>';
    expect(html`<p title="${name}">${name}${[html`<b>${"it's"}</b>`, 3]}</p>`.markup).toBe(
      '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;<b>it&#39;s</b>3</p>',
    );
  });
});
