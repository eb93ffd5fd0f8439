import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { About } from '../../search/index/passage.ts';
import { IndexError, openSearch, type Search } from '../../search/search.ts';
import { readTranscript } from '../../store/search-index.ts';
import type { FromWorker, Results, Task, ToWorker } from './worker-messages.ts';

/** The search thread's own beginning; `searchInWorker` starts it with the index's file. */
if (parentPort !== null) work(parentPort, openSearch(workerData as string));

function work(port: MessagePort, search: Search) {
  port.on('message', ({ number, ...task }: ToWorker) => {
    try {
      port.postMessage({ number, result: carryOut(task, search) } satisfies FromWorker);
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      const isOfTask = task.do === 'put' && !(error instanceof IndexError);
      port.postMessage({ number, failure, isOfTask } satisfies FromWorker);
    }
    if (task.do === 'close') port.close();
  });
}

function carryOut(task: Task, search: Search): Results[keyof Results] {
  switch (task.do) {
    case 'keep only':
      return search.keepOnly(task.episodes);
    case 'put':
      return put(task.about, task.transcript, search);
    case 'settle':
      search.settle();
      return null;
    case 'ask':
      return search.ask(task.question);
    case 'suggest':
      return search.suggest(task.asked, task.isTyping);
    case 'complete':
      return search.complete(task.asked, task.most);
    case 'speaking':
      return search.speaking(task.name, task.slugs);
    case 'related':
      return search.related(task.slug, task.most);
    case 'close':
      search.close();
      return null;
  }
}

function put(about: About, file: string | null, search: Search): Results['put'] {
  const transcript = file === null ? null : readTranscript(file);
  if (transcript === undefined) return 'missing';
  const isWhole = search.put(about, transcript);
  return isWhole && (transcript !== null || file === null) ? 'whole' : 'part';
}
