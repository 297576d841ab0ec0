import { CopyButton } from '@/ui/copy-button.tsx';

/** Text for a shell or a program, with a button that copies it. */
export function CodeBlock({ label, text, copy }: { label: string; text: string; copy: string }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it.
        tabIndex={0}
        className="scroll-thin max-h-[360px] w-full overflow-auto rounded-control border border-line1 bg-sunken px-3 py-2"
      >
        <pre className="mono leading-5">{text}</pre>
      </section>
      <CopyButton text={text} size="small">
        {copy}
      </CopyButton>
    </div>
  );
}
