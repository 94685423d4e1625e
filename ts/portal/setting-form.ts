/** A setting as the page shows it: what it is, what it may be, what it is for. */

import { Writer, utf8 } from "ts2c";
import { writeCode } from "../p1/obis.ts";
import { CODE_TOPIC, type CodePlace } from "../settings/codes.ts";
import { groupOf } from "../settings/groups.ts";
import { SETTINGS, type Place } from "../settings/list.ts";
import { TEXT_SIZE, type Limit } from "../settings/setting.ts";
import { writeDefault, type Settings } from "../settings/settings.ts";
import { isSecret, wordAt } from "../settings/values.ts";

/** Writes settings as JSON objects. All values are texts, as they are assigned. */
export class SettingForm {
  readonly settings: Settings;
  private readonly memory: Uint8Array = new Uint8Array(TEXT_SIZE);
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

  /** Writes the code at `place` like a setting. */
  writeCode(out: Writer, place: CodePlace): void {
    const codes = this.settings.codes;
    out.text('{"name":"');
    writeCode(out, codes.codeAt(place));
    out.text('","group":"codes","kind":"code","min":0,"max":');
    out.int(CODE_TOPIC);
    out.text(',"default":"","value":');
    out.jsonString(codes.topicAt(place));
    out.text(
      ',"help":"What this reading is called, below the root topic; off for not at all, nothing for its own name."}',
    );
  }

  /** Writes a setting as a member of an object, if it is not as at first; a secret only where it is wanted. */
  writeMember(out: Writer, place: Place, secrets: boolean): void {
    const setting = SETTINGS[place];
    const isFirst = place === 0;
    if (!isFirst && (this.settings.isDefault(place) || (isSecret(setting.kind) && !secrets))) {
      return;
    }
    this.value.clear();
    this.settings.write(place, this.value);
    out.text(isFirst ? '{\n"' : ',\n"');
    out.text(setting.name);
    out.text('":');
    out.jsonString(this.value.view());
  }

  /** Writes the code at `place` as a member of an object. */
  writeCodeMember(out: Writer, place: CodePlace): void {
    out.text(',\n"');
    writeCode(out, this.settings.codes.codeAt(place));
    out.text('":');
    out.jsonString(this.settings.codes.topicAt(place));
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
