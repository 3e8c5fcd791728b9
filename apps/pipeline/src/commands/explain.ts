import { readScorer, readSummary } from '../run-folder/read-run-file.js';
import { findCustomer } from '../story/find-customer.js';
import { tellStory } from '../story/tell-story.js';
import { storyText } from '../terminal/story-text.js';
import { type CommonFlags, answer } from './context.js';

/** `clv explain ID`: one customer's story, from a run folder. */
export async function explainCommand(id: string, flags: CommonFlags & { run: string }): Promise<void> {
  const { run } = flags;
  const summary = await readSummary(run);
  const scorer = await readScorer(run);
  const result = await findCustomer(run, summary.columns.id, id);
  const story = await tellStory(run, scorer, summary, result);
  answer(
    flags,
    () => story,
    () => storyText(story),
  );
}
