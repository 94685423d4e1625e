import { useState } from "preact/hooks";
import { accessOf, Guarded } from "../access.tsx";
import { post, type Fetching, type Problem, type Status } from "../api.ts";
import { refresh } from "../polling.ts";
import { useLanguage } from "../text/context.ts";
import type { Update as Updates } from "../updating.ts";

interface Props {
  readonly status: Status | undefined;
  readonly update: Updates;
}

/** Takes a new firmware from whoever looks at the page, and says what became of it. */
export function Update({ status, update }: Props) {
  const language = useLanguage();
  return (
    <>
      <section class="card narrow" aria-labelledby="firmware">
        <h2 id="firmware">{language.text("device.firmware")}</h2>
        <p>
          <strong>{status?.firmware.version}</strong>{" "}
          {status !== undefined && language.text(`update.${status.firmware.state}`)}
        </p>
        {status?.firmware.rolled_back !== undefined && (
          <p class="wrong">{language.text("update.rolledBack", { version: status.firmware.rolled_back })}</p>
        )}
        <Progress progress={update.progress} />
      </section>
      <Guarded access={accessOf(status)}>
        {status?.update !== undefined && <Fetch fetching={status.update} />}
        <Upload update={update} />
      </Guarded>
    </>
  );
}

/** What the device knows of newer versions, and how far it is with one. */
function Fetch({
  fetching: { state, version = "", received = 0, size = 0, problem },
}: {
  readonly fetching: Fetching;
}) {
  const language = useLanguage();
  const [refusal, setRefusal] = useState<Problem>();
  const ask = (path: string): void => {
    setRefusal(undefined);
    post(path)
      .catch((error: unknown) => setRefusal(error as Problem))
      .finally(refresh);
  };
  const busy = state === "checking" || state === "downloading" || state === "waiting" || state === "installing";
  const share = size > 0 ? received / size : undefined;
  return (
    <section class="card narrow" aria-labelledby="fetch">
      <h2 id="fetch">{language.text("update.fetchTitle")}</h2>
      {busy && <progress aria-label={language.text("update.fetchTitle")} value={share} max={1} />}
      {state !== "failed" && (
        <p role="status">
          {language.text(`update.pull.${state}`, { version, percent: Math.floor((share ?? 0) * 100) })}
        </p>
      )}
      {problem !== undefined && (
        <p class="wrong" lang="en">
          {problem}
        </p>
      )}
      {refusal !== undefined && (
        <p class="wrong" role="alert">
          {language.problem(refusal)}
        </p>
      )}
      <button type="button" disabled={busy} onClick={() => ask("/api/update")}>
        {language.text("update.look")}
      </button>
      {state === "available" && (
        <button type="button" class="main" onClick={() => ask("/api/update?install=yes")}>
          {language.text("update.fetch", { version })}
        </button>
      )}
    </section>
  );
}

function Upload({ update: { progress, send } }: { readonly update: Updates }) {
  const language = useLanguage();
  const [image, setImage] = useState<File>();
  const [older, setOlder] = useState(false);
  const busy = ["sending", "checking", "restarting"].includes(progress.state);
  return (
    <section class="card narrow" aria-labelledby="upload">
      <h2 id="upload">{language.text("update.title")}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (image !== undefined) {
            send(image, older);
          }
        }}
      >
        <p id="image-help">{language.text("update.help")}</p>
        <label for="image">{language.text("update.image")}</label>
        <input
          id="image"
          type="file"
          accept=".bin"
          aria-describedby="image-help"
          disabled={busy}
          onChange={(event) => setImage(event.currentTarget.files?.[0])}
        />
        <label>
          <input
            type="checkbox"
            checked={older}
            disabled={busy}
            onChange={(event) => setOlder(event.currentTarget.checked)}
          />{" "}
          {language.text("update.older")}
        </label>
        <button type="submit" class="main" disabled={busy || image === undefined}>
          {language.text("update.send")}
        </button>
      </form>
    </section>
  );
}

/** How far an update is. A restart ends the login, so this is there without one. */
function Progress({ progress }: { readonly progress: Updates["progress"] }) {
  const language = useLanguage();
  if (progress.state === "idle") {
    return null;
  }
  if (progress.state === "refused") {
    return (
      <p class="wrong" role="alert" lang={progress.problem.status === 0 ? language.name : "en"}>
        {language.problem(progress.problem)}
      </p>
    );
  }
  const share = progress.state === "sending" ? progress.share : undefined;
  const busy = progress.state === "sending" || progress.state === "checking" || progress.state === "restarting";
  return (
    <div class="progress">
      {busy && <progress aria-label={language.text("update.title")} value={share} max={1} />}
      <p role="status">
        {progress.state === "sending"
          ? language.text("update.sending", { percent: Math.floor(progress.share * 100) })
          : language.text(`update.${progress.state}Words`, {
              version: "version" in progress ? progress.version : "",
            })}
      </p>
    </div>
  );
}
