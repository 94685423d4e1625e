import { useState } from "preact/hooks";
import { ask, Problem } from "../../api.ts";
import { refresh, usePolling } from "../../polling.ts";
import { useLanguage } from "../../text/context.ts";

type Name = "authority" | "identity";

/** Which certificates for the broker the device keeps, and fields for files with others. */
export function Certificates() {
  const language = useLanguage();
  const { data } = usePolling<Readonly<Record<Name, boolean>>>("/api/certificates", 30);
  const [problem, setProblem] = useState<Problem>();
  const send = (name: Name, pem: Blob | string): void => {
    setProblem(undefined);
    const done = ask(`/api/certificates/${name}`, { method: "POST", body: pem });
    done.then(refresh, (error: unknown) => setProblem(error instanceof Problem ? error : new Problem(0, "")));
  };
  return (
    <section class="card narrow" aria-labelledby="certificates">
      <h2 id="certificates">{language.text("certificates.title")}</h2>
      <p>{language.text("certificates.help")}</p>
      {(["authority", "identity"] as const).map((name) => (
        <p key={name}>
          <label for={name}>{language.text(`certificates.${name}`)}</label>
          <small>{language.text(data?.[name] === true ? "settings.kept" : "settings.none")}</small>
          <input
            id={name}
            type="file"
            accept=".pem,.crt,.cer"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file !== undefined) {
                send(name, file);
              }
            }}
          />
          {data?.[name] === true && (
            <button
              type="button"
              aria-label={`${language.text("settings.remove")}: ${language.text(`certificates.${name}`)}`}
              onClick={() => send(name, "")}
            >
              {language.text("settings.remove")}
            </button>
          )}
        </p>
      ))}
      {problem !== undefined && (
        <p class="wrong" role="alert" lang={problem.status === 0 ? language.name : "en"}>
          {language.problem(problem)}
        </p>
      )}
    </section>
  );
}
