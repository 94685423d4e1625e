import { useState } from "preact/hooks";
import { post, Problem, type Status } from "../../api.ts";
import { refresh, usePolling } from "../../polling.ts";
import { useLanguage } from "../../text/context.ts";

/** A Wi-Fi that the device hears. */
interface Heard {
  readonly name: string;
  readonly signal_dBm: number;
  readonly locked: boolean;
}

interface Scan {
  readonly state: "idle" | "scanning" | "found";
  readonly networks: readonly Heard[];
}

/** Signals, from which on each bar is shown, in dBm. */
const BARS = [-85, -75, -65, -55];

/** Looks for networks and joins one; the device tells how that went before it keeps anything. */
export function Wifi({ status }: { readonly status: Status | undefined }) {
  const language = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  const scan = usePolling<Scan>("/api/networks", 1);
  const scanning = scan.data?.state === "scanning";
  const attempt = (path: string, body?: object): void => {
    setProblem(undefined);
    post(path, body).then(refresh, setProblem);
  };
  return (
    <section class="card narrow" aria-labelledby="wifi">
      <h2 id="wifi">{language.text("setup.wifi")}</h2>
      <p>{language.text("setup.wifiHelp")}</p>
      <button type="button" disabled={scanning} onClick={() => attempt("/api/scan")}>
        {language.text(scanning ? "setup.scanning" : "setup.scan")}
      </button>
      <Join heard={scan.data?.networks ?? []} join={(body) => attempt("/api/wifi", body)} />
      <Joining status={status} />
      {problem !== undefined && (
        <p class="wrong" role="alert" lang={problem.status === 0 ? language.name : "en"}>
          {language.problem(problem)}
        </p>
      )}
    </section>
  );
}

interface JoinProps {
  readonly heard: readonly Heard[];
  readonly join: (wifi: { readonly wifi_name: string; readonly wifi_password: string }) => void;
}

function Join({ heard, join }: JoinProps) {
  const language = useLanguage();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        join({ wifi_name: name, wifi_password: password });
      }}
    >
      {heard.length > 0 && (
        <fieldset class="networks">
          <legend>{language.text("setup.heard")}</legend>
          {heard.map((network) => (
            <label key={network.name}>
              <input
                type="radio"
                name="network"
                checked={network.name === name}
                onChange={() => setName(network.name)}
              />
              <span>{network.name}</span>
              {network.locked && (
                <svg class="sign" viewBox="0 0 24 24" role="img" aria-label={language.text("setup.locked")}>
                  <path d="M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z" />
                </svg>
              )}
              <Signal strength={network.signal_dBm} />
            </label>
          ))}
        </fieldset>
      )}
      <label for="wifi-name">{language.text("setup.name")}</label>
      <input
        id="wifi-name"
        type="text"
        value={name}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <label for="wifi-password">{language.text("setup.password")}</label>
      <input
        id="wifi-password"
        type={shown ? "text" : "password"}
        value={password}
        autocomplete="off"
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      <label class="check">
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} /> {language.text("access.show")}
      </label>
      <button type="submit" class="main" disabled={name === ""}>
        {language.text("setup.join")}
      </button>
    </form>
  );
}

function Signal({ strength }: { readonly strength: number }) {
  const language = useLanguage();
  return (
    <span class="signal" role="img" aria-label={language.text("setup.signal", { signal: language.number(strength) })}>
      {BARS.map((from) => (
        <span key={from} class={strength >= from ? "on" : undefined} />
      ))}
    </span>
  );
}

/** How joining goes, which the device keeps until it is asked. */
function Joining({ status }: { readonly status: Status | undefined }) {
  const language = useLanguage();
  const state = status?.joining?.state ?? "idle";
  const wrong = !["idle", "trying", "joined"].includes(state);
  return (
    <p role="status" class={wrong ? "wrong" : undefined}>
      {state !== "idle" && language.text(`joining.${state}`, { address: status?.network.address ?? "" })}
    </p>
  );
}
