/** A setting as the page shows it: what it is, what it may be, what it is for. */

import { Writer, utf8 } from "ts2c";
import { groupOf } from "../settings/groups.ts";
import { SETTINGS, type Place } from "../settings/list.ts";
import { type Limit } from "../settings/setting.ts";
import { writeDefault, type Settings } from "../settings/settings.ts";
import { isSecret, wordAt } from "../settings/values.ts";

/** Writes settings as JSON objects. All values are texts, as they are assigned. */
export class SettingForm {
  private readonly settings: Settings;
  private readonly memory: Uint8Array = new Uint8Array(256);
  private readonly value: Writer = new Writer(this.memory);

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Writes the setting at `place`. */
  write(out: Writer, place: Place): void {
    const setting = SETTINGS[place];
    out.text('{"name":');
    out.jsonString(utf8(setting.name));
    out.text(',"group":');
    out.jsonString(utf8(groupOf(place)));
    out.text(',"kind":');
    out.jsonString(utf8(setting.kind));
    out.text(',"min":');
    out.int(setting.min);
    out.text(',"max":');
    out.int(setting.max);
    if (setting.kind === "choice") {
      this.writeChoices(out, setting.choices, setting.max);
    }
    this.value.clear();
    writeDefault(this.value, setting);
    out.text(',"default":');
    out.jsonString(this.value.view());
    this.value.clear();
    this.settings.write(place, this.value);
    if (isSecret(setting.kind)) {
      out.text(this.value.length() > 0 ? ',"set":true' : ',"set":false');
    } else {
      out.text(',"value":');
      out.jsonString(this.value.view());
    }
    out.text(',"help":');
    out.jsonString(utf8(setting.help));
    out.text("}");
  }

  private writeChoices(out: Writer, choices: string, last: Limit): void {
    out.text(',"choices":[');
    for (let i = 0; i <= last; i++) {
      out.text(i > 0 ? "," : "");
      out.jsonString(wordAt(utf8(choices), i));
    }
    out.text("]");
  }
}
