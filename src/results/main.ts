import { followTyping } from './follow-typing.ts';
import { hearResults } from './hear-results.ts';

const at = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector) as T;
const [found, status] = [at('[data-part="found"]'), at('[role="status"]')];
const say = (text: string) => {
  status.textContent = text;
};

const audio = document.createElement('audio');
document.body.append(audio);

const hearing = hearResults({ found, audio, playOn: at('[data-part="playOn"]'), say });
followTyping({ form: at<HTMLFormElement>('.search-form'), found, say }, hearing.renew);
