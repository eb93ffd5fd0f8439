// The only file whose text becomes markup unescaped. Each way in makes its text safe by itself, so that
// nobody who uses it has to know how.
import { notesToHtml } from './notes.ts';

/** Markdown as sanitised HTML. */
export function Notes({ markdown }: { markdown: string }) {
  return <div class="notes" dangerouslySetInnerHTML={{ __html: notesToHtml(markdown) }} />;
}

/** Data for scripts and search engines, in a type that browsers do not run. */
export function DataBlock({ id, type, data }: { id?: string; type: string; data: unknown }) {
  return <script id={id} type={type} dangerouslySetInnerHTML={{ __html: dataText(data) }} />;
}

/** JSON that can neither end its `<script>` early nor open a comment in it. */
function dataText(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
