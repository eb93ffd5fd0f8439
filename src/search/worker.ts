import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Transcript } from '../episode/transcript.ts';
import { openSearch, type Search } from './search.ts';
import type { FromWorker, Results, Task, ToWorker } from './worker-messages.ts';

/** The search thread's own beginning; `searchInWorker` starts it with the index's file. */
if (parentPort !== null) work(parentPort, openSearch(workerData as string));

function work(port: MessagePort, search: Search) {
  port.on('message', ({ number, ...task }: ToWorker) => {
    try {
      port.postMessage({ number, result: carryOut(task, search) } satisfies FromWorker);
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      port.postMessage({ number, failure } satisfies FromWorker);
    }
    if (task.do === 'close') port.close();
  });
}

function carryOut(task: Task, search: Search): Results[keyof Results] {
  switch (task.do) {
    case 'keep only':
      return search.keepOnly(task.episodes);
    case 'put':
      search.put(task.about, modelIn(task.transcript));
      return null;
    case 'settle':
      search.settle();
      return null;
    case 'ask':
      return search.ask(task.question);
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

/** What is damaged is noticed and made again elsewhere; it is asked for again after that. */
function modelIn(json: Uint8Array | null): Transcript | null {
  return json && (JSON.parse(new TextDecoder().decode(json)) as Transcript);
}
