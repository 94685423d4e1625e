import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { post, Problem, type Status } from "./api.ts";
import { refresh } from "./polling.ts";
import { useLanguage } from "./text/context.ts";

export type Access = NonNullable<Status["access"]>["login"];

/** Whether whoever looks at the page may change something. */
export function accessOf(status: Status | undefined): Access {
  return status?.access?.login ?? "none";
}

interface Props {
  readonly access: Access;
  readonly children: ComponentChildren;
}

/** Its children for whoever may change something; for everybody else the way to that. */
export function Guarded({ access, children }: Props) {
  switch (access) {
    case "given":
      return <>{children}</>;
    case "claimable":
      return <FirstPassword />;
    case "needed":
      return <Login />;
    case "none":
      return <HowToClaim />;
  }
}

/** Why nothing can be changed from here. */
export function HowToClaim() {
  const language = useLanguage();
  return <p class="problem">{language.text("access.none")}</p>;
}

/** Sets the first password. */
export function FirstPassword() {
  const language = useLanguage();
  return (
    <PasswordForm
      title={language.text("access.first")}
      help={language.text("access.firstHelp")}
      label={language.text("access.new")}
      autocomplete="new-password"
      action={language.text("access.set")}
      path="/api/password"
    />
  );
}

export function Login() {
  const language = useLanguage();
  return (
    <PasswordForm
      title={language.text("access.login")}
      help={language.text("access.loginHelp")}
      label={language.text("access.password")}
      autocomplete="current-password"
      action={language.text("access.login")}
      path="/api/login"
    />
  );
}

/** Replaces the password. */
export function ChangePassword() {
  const language = useLanguage();
  return (
    <PasswordForm
      title={language.text("access.change")}
      help={language.text("access.firstHelp")}
      label={language.text("access.new")}
      autocomplete="new-password"
      action={language.text("access.set")}
      path="/api/password"
    />
  );
}

interface FormProps {
  readonly title: string;
  readonly help: string;
  readonly label: string;
  readonly autocomplete: "new-password" | "current-password";
  readonly action: string;
  readonly path: string;
}

function PasswordForm({ title, help, label, autocomplete, action, path }: FormProps) {
  const language = useLanguage();
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await post(path, { password });
      setProblem(undefined);
      setPassword("");
      setDone(true);
      refresh();
    } catch (error) {
      setDone(false);
      setProblem(error as Problem);
      document.getElementById("password")?.focus();
    }
  };
  return (
    <section class="card narrow" aria-labelledby="password-title">
      <h2 id="password-title">{title}</h2>
      <form onSubmit={(event) => void send(event)} noValidate>
        <p id="password-help">{help}</p>
        <input type="text" name="username" autocomplete="username" value="admin" hidden readOnly />
        <label for="password">{label}</label>
        <input
          id="password"
          type={shown ? "text" : "password"}
          autocomplete={autocomplete}
          value={password}
          aria-describedby={problem === undefined ? "password-help" : "password-problem"}
          aria-invalid={problem !== undefined}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <label class="check">
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} /> {language.text("access.show")}
        </label>
        {problem !== undefined && (
          <p id="password-problem" class="wrong" role="alert" lang={problem.status === 0 ? language.name : "en"}>
            {language.problem(problem)}
          </p>
        )}
        {done && <p role="status">{language.text("access.done")}</p>}
        <button type="submit" class="main">
          {action}
        </button>
      </form>
    </section>
  );
}
