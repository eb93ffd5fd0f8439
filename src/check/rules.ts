import { audioRules } from './rules/audio-rules.ts';
import { besideRules } from './rules/beside-rules.ts';
import { channelRules } from './rules/channel-rules.ts';
import { feedRules } from './rules/feed-rules.ts';
import { itemRules } from './rules/item-rules.ts';

/** Every rule there is, by the name that findings give it. The names stay as they are. */
export const rules = {
  ...feedRules,
  ...channelRules,
  ...itemRules,
  ...audioRules,
  ...besideRules,
};

export type RuleId = keyof typeof rules;
