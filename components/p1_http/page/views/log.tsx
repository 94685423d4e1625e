import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../api.ts";
import { usePolling } from "../polling.ts";
import { useLanguage } from "../text/context.ts";

/** How near its end the log counts as scrolled to it, in pixels. */
const NEAR = 30;

/** The lines that the device keeps of its log; the newest come by themselves while they are followed. */
export function Log() {
  const language = useLanguage();
  const [following, setFollowing] = useState(true);
  const { data } = usePolling<string>("/api/log", 2, ask);
  const shown = useRef("");
  const place = useRef<HTMLDivElement>(null);
  if (following || shown.current === "") {
    shown.current = data ?? shown.current;
  }
  const text = shown.current;
  useEffect(() => {
    if (following && place.current !== null) {
      place.current.scrollTop = place.current.scrollHeight;
    }
  }, [text, following]);
  const scrolled = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = place.current ?? document.body;
    setFollowing(scrollHeight - clientHeight - scrollTop < NEAR);
  };
  return (
    <div class="card">
      <div class="between">
        <h2 id="log">{language.text("nav.log")}</h2>
        <label class="check">
          <input type="checkbox" checked={following} onChange={() => setFollowing(!following)} />{" "}
          {language.text("log.follow")}
        </label>
        <a href="/api/log" download="p1_meter.log">
          {language.text("log.save")}
        </a>
      </div>
      <div ref={place} class="log" tabIndex={0} role="region" aria-labelledby="log" lang="en" onScroll={scrolled}>
        {text
          .split("\n")
          .filter((line) => line !== "")
          .map((line, index) => (
            <p key={index} class={levelOf(line)}>
              {line}
            </p>
          ))}
      </div>
    </div>
  );
}

/** A line's level, which stands behind its time. */
function levelOf(line: string): string | undefined {
  return /^(?:[\d.:TZ+-]+ )*(error|warning|debug)\b/.exec(line)?.[1];
}
